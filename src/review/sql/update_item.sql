-- $4 is the version that was decided upon.
UPDATE review_items SET version = $5, position = $6, state = $7, origin = $8, content = $9, last_command = $10,
  edited_by = $11, edited_at = $12
WHERE tenant_id = $1 AND document_id = $2 AND item_id = $3 AND version = $4
