UPDATE accounts SET last_sign_in_at = $3 WHERE tenant_id = $1 AND account_id = $2
