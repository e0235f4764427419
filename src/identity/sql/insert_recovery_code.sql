INSERT INTO recovery_codes (tenant_id, account_id, code_hash) VALUES ($1, $2, $3)
