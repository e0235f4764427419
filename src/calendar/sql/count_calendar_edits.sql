SELECT count(*) FROM calendar_edits WHERE tenant_id = $1
