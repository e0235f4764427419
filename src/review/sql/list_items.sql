-- In the order of the document; what was replaced is left out.
SELECT item_id, version, position, state, origin, content, last_command, edited_by, edited_at
FROM review_items
WHERE tenant_id = $1 AND document_id = $2 AND reading = $3 AND state <> 'replaced'
ORDER BY position, item_id
