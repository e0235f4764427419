DELETE FROM known_devices WHERE tenant_id = $1 AND account_id = $2 AND last_used_at < $3
