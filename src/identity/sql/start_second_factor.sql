INSERT INTO second_factors (tenant_id, account_id, secret) VALUES ($1, $2, $3)
ON CONFLICT (tenant_id, account_id) DO UPDATE SET secret = excluded.secret, confirmed_at = NULL, last_step = NULL
