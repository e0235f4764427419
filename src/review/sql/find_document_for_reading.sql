-- For the job, which acts for the program.
SELECT d.document_id, d.version, d.organisation_id, d.file_name, d.file_kind, d.file_hash, d.size, d.state, d.failure,
       d.pages, d.facts, d.uploaded_by, d.uploaded_at, d.reading, d.open_items, d.accepted_items, d.skipped_items,
       d.findings, d.plan_version, CAST(0 AS BIGINT)
FROM documents d
WHERE d.tenant_id = $1 AND d.document_id = $2 AND d.withdrawn = 0
