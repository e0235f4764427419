UPDATE documents SET state = $3, failure = $4
WHERE tenant_id = $1 AND document_id = $2
