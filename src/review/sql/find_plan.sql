SELECT version, saved_at, saved_by, tasks, content
FROM plans
WHERE tenant_id = $1 AND document_id = $2 AND version = $3
