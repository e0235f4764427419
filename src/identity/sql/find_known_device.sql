SELECT 1 FROM known_devices WHERE tenant_id = $1 AND account_id = $2 AND token_hash = $3
