INSERT INTO known_devices (tenant_id, account_id, token_hash, last_used_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, account_id, token_hash) DO UPDATE SET last_used_at = excluded.last_used_at
