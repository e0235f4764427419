-- Counts move by what the command changed; $7 is the version that was decided upon.
UPDATE documents SET version = version + 1, state = $3, open_items = open_items + CAST($4 AS BIGINT),
  accepted_items = accepted_items + CAST($5 AS BIGINT), skipped_items = skipped_items + CAST($6 AS BIGINT)
WHERE tenant_id = $1 AND document_id = $2 AND version = $7
