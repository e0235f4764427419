-- A page of the chain, for checking it.
SELECT sequence, happened_at, account_id, kind, subject, body, hash
FROM journal_events
WHERE tenant_id = $1 AND sequence > $2
ORDER BY sequence
LIMIT 1000
