-- $4 today, $5 the words searched as a pattern, $6 a state or empty, $7 an organisation or 0, $8 only ids below.
SELECT d.document_id, d.version, d.organisation_id, d.file_name, d.file_kind, d.file_hash, d.size, d.state, d.failure,
       d.pages, d.facts, d.uploaded_by, d.uploaded_at, d.reading, d.open_items, d.accepted_items, d.skipped_items,
       d.findings, d.plan_version,
       CAST(CASE WHEN EXISTS (SELECT 1 FROM permitted_v1 p
               WHERE p.tenant_id = d.tenant_id AND p.account_id = $2 AND p.permission = 'documents.review'
                 AND p.organisation_id = d.organisation_id AND p.valid_from <= $4 AND p.valid_to >= $4) THEN 1 ELSE 0 END AS BIGINT)
FROM documents d
WHERE d.tenant_id = $1 AND d.withdrawn = 0
  AND d.document_id < CAST($8 AS BIGINT)
  AND (CAST($6 AS TEXT) = '' OR d.state = CAST($6 AS TEXT))
  AND (CAST($7 AS BIGINT) = 0 OR d.organisation_id = CAST($7 AS BIGINT))
  AND d.search_text LIKE $5 ESCAPE '!'
  AND EXISTS (SELECT 1 FROM permitted_v1 p
               WHERE p.tenant_id = d.tenant_id AND p.account_id = $2 AND p.permission = $3
                 AND p.organisation_id = d.organisation_id AND p.valid_from <= $4 AND p.valid_to >= $4)
ORDER BY d.document_id DESC
LIMIT CAST($9 AS BIGINT)
