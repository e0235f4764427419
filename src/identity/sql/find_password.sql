SELECT password_hash FROM accounts WHERE tenant_id = $1 AND account_id = $2
