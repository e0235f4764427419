-- The latest plan of each document. Parameters as in list_documents.
SELECT d.document_id, d.version, d.organisation_id, d.file_name, d.file_kind, d.file_hash, d.size, d.state, d.failure,
       d.pages, d.facts, d.uploaded_by, d.uploaded_at, d.reading, d.open_items, d.accepted_items, d.skipped_items,
       d.findings, d.plan_version,
       CAST(0 AS BIGINT), s.version, s.saved_at, s.saved_by, s.tasks
FROM documents d
JOIN plans s ON s.tenant_id = d.tenant_id AND s.document_id = d.document_id AND s.version = d.plan_version
WHERE d.tenant_id = $1 AND d.withdrawn = 0
  AND d.document_id < CAST($6 AS BIGINT)
  AND d.search_text LIKE $5 ESCAPE '!'
  AND EXISTS (SELECT 1 FROM permitted_v1 p
               WHERE p.tenant_id = d.tenant_id AND p.account_id = $2 AND p.permission = $3
                 AND p.organisation_id = d.organisation_id AND p.valid_from <= $4 AND p.valid_to >= $4)
ORDER BY d.document_id DESC
LIMIT CAST($7 AS BIGINT)
