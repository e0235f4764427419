DELETE FROM sign_in_failures WHERE tenant_id = $1 AND subject = $2
