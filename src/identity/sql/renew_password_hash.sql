UPDATE accounts SET password_hash = $4 WHERE tenant_id = $1 AND account_id = $2 AND password_hash = $3
