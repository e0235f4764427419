UPDATE jobs SET state = 'given_up', lease = NULL, lease_until = NULL, last_failure = $4
WHERE tenant_id = $1 AND id = $2 AND lease = $3
