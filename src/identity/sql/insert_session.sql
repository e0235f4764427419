INSERT INTO sessions (tenant_id, session_id, token_hash, account_id, started_at, last_seen_at, expires_at, address, device)
VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)
