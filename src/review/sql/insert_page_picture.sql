-- Two may have drawn it at once.
INSERT INTO page_pictures (tenant_id, file_hash, page, picture_hash)
VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, file_hash, page) DO UPDATE SET picture_hash = excluded.picture_hash
