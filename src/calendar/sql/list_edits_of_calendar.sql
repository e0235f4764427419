SELECT calendar, number, edit, recorded_at, account_id FROM calendar_edits
WHERE tenant_id = $1 AND calendar = $2 ORDER BY number DESC
