SELECT source_hash, details
FROM document_readings
WHERE tenant_id = $1 AND document_id = $2 AND reading = $3
