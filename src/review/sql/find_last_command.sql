-- The account’s last one that still stands.
SELECT command_id, kind, changes
FROM review_commands
WHERE tenant_id = $1 AND document_id = $2 AND reading = $3 AND account_id = $4 AND undone = 0
ORDER BY document_version DESC
LIMIT 1
