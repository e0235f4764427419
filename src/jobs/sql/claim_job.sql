UPDATE jobs SET state = 'running', attempts = attempts + 1, lease = $3, lease_until = $4 WHERE tenant_id = $1 AND id = $2
