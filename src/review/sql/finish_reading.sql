UPDATE documents SET state = 'ready', failure = NULL, version = version + 1, pages = $3, facts = $4, search_text = $5,
  open_items = $6, accepted_items = 0, skipped_items = 0, findings = $7
WHERE tenant_id = $1 AND document_id = $2
