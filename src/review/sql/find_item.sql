SELECT item_id, version, position, state, origin, content, last_command, edited_by, edited_at
FROM review_items
WHERE tenant_id = $1 AND document_id = $2 AND reading = $3 AND item_id = $4
