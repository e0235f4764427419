SELECT MIN(position)
FROM review_items
WHERE tenant_id = $1 AND document_id = $2 AND reading = $3 AND position > $4
