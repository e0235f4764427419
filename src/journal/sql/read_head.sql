SELECT sequence, hash FROM journal_events WHERE tenant_id = $1 ORDER BY sequence DESC LIMIT 1
