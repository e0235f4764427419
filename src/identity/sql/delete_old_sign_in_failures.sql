DELETE FROM sign_in_failures WHERE tenant_id = $1 AND last_failure_at < $2
