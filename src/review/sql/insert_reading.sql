-- Again after a crash: the same reading of the same file.
INSERT INTO document_readings (tenant_id, document_id, reading, source_hash, details)
VALUES ($1, $2, $3, $4, $5)
