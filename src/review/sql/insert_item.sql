INSERT INTO review_items (tenant_id, document_id, item_id, reading, version, position, state, origin, content,
  last_command, edited_by, edited_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
