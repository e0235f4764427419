UPDATE documents SET state = 'queued', failure = NULL, reading = reading + 1, version = version + 1,
  open_items = 0, accepted_items = 0, skipped_items = 0, findings = 0
WHERE tenant_id = $1 AND document_id = $2
