UPDATE review_commands SET undone = 1
WHERE tenant_id = $1 AND document_id = $2 AND command_id = $3
