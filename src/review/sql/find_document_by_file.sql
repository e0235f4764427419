SELECT document_id, file_name
FROM documents
WHERE tenant_id = $1 AND organisation_id = $2 AND file_hash = $3 AND withdrawn = 0
