UPDATE second_factors SET confirmed_at = $3, last_step = $4
WHERE tenant_id = $1 AND account_id = $2 AND confirmed_at IS NULL
