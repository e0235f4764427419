INSERT INTO documents (tenant_id, document_id, version, organisation_id, file_name, file_kind, file_hash, size, state,
  pages, facts, search_text, uploaded_by, uploaded_at, reading, open_items, accepted_items, skipped_items, findings,
  plan_version, withdrawn)
VALUES ($1, $2, 1, $3, $4, $5, $6, $7, 'queued', 0, '{}', $8, $9, $10, 1, 0, 0, 0, 0, 0, 0)
