INSERT INTO plans (tenant_id, document_id, version, saved_by, saved_at, tasks, content)
VALUES ($1, $2, $3, $4, $5, $6, $7)
