SELECT secret, confirmed_at, last_step FROM second_factors WHERE tenant_id = $1 AND account_id = $2
