UPDATE documents SET state = 'planned', plan_version = $3, version = version + 1
WHERE tenant_id = $1 AND document_id = $2 AND version = $4
