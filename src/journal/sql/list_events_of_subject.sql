SELECT sequence, happened_at, account_id, kind, subject, body, hash
FROM journal_events
WHERE tenant_id = $1 AND subject = $2
ORDER BY sequence
