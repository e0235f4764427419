UPDATE accounts SET version = version + 1, state = $3 WHERE tenant_id = $1 AND account_id = $2
