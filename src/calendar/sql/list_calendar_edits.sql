SELECT calendar, number, edit, recorded_at, account_id FROM calendar_edits WHERE tenant_id = $1 ORDER BY calendar, number
