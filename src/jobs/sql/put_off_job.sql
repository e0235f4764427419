UPDATE jobs SET state = 'waiting', due_at = $4, lease = NULL, lease_until = NULL, last_failure = $5
WHERE tenant_id = $1 AND id = $2 AND lease = $3
