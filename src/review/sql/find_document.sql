-- What the account may not see is answered like what does not exist.
SELECT d.document_id, d.version, d.organisation_id, d.file_name, d.file_kind, d.file_hash, d.size, d.state, d.failure,
       d.pages, d.facts, d.uploaded_by, d.uploaded_at, d.reading, d.open_items, d.accepted_items, d.skipped_items,
       d.findings, d.plan_version,
       CAST(CASE WHEN EXISTS (SELECT 1 FROM permitted_v1 p
               WHERE p.tenant_id = d.tenant_id AND p.account_id = $3 AND p.permission = 'documents.review'
                 AND p.organisation_id = d.organisation_id AND p.valid_from <= $5 AND p.valid_to >= $5) THEN 1 ELSE 0 END AS BIGINT)
FROM documents d
WHERE d.tenant_id = $1 AND d.document_id = $2 AND d.withdrawn = 0
  AND EXISTS (SELECT 1 FROM permitted_v1 p
               WHERE p.tenant_id = d.tenant_id AND p.account_id = $3 AND p.permission = $4
                 AND p.organisation_id = d.organisation_id AND p.valid_from <= $5 AND p.valid_to >= $5)
