SELECT picture_hash
FROM page_pictures
WHERE tenant_id = $1 AND file_hash = $2 AND page = $3
