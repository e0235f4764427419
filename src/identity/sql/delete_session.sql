DELETE FROM sessions WHERE tenant_id = $1 AND session_id = $2 AND account_id = $3
