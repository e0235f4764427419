SELECT count(*) FROM recovery_codes WHERE tenant_id = $1 AND account_id = $2
