SELECT MAX(position)
FROM review_items
WHERE tenant_id = $1 AND document_id = $2 AND reading = $3
