DELETE FROM sessions WHERE tenant_id = $1 AND account_id = $2 AND (expires_at <= $3 OR last_seen_at <= $4)
