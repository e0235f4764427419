SELECT version, saved_at, saved_by, tasks
FROM plans
WHERE tenant_id = $1 AND document_id = $2
ORDER BY version DESC
