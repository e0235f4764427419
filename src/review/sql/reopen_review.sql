UPDATE documents SET state = 'in_review', version = version + 1
WHERE tenant_id = $1 AND document_id = $2 AND state = 'planned'
