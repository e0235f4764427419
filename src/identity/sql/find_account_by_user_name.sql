SELECT account_id, state, password_hash FROM accounts WHERE tenant_id = $1 AND user_name = $2
