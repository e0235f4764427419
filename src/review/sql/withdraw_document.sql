-- The document’s own id, so that the same file may be uploaded again.
UPDATE documents SET withdrawn = document_id, version = version + 1
WHERE tenant_id = $1 AND document_id = $2 AND withdrawn = 0
