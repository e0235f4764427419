SELECT COALESCE(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN state = 'running' THEN 1 ELSE 0 END), 0),
       COALESCE(SUM(CASE WHEN state = 'given_up' THEN 1 ELSE 0 END), 0)
FROM jobs
WHERE tenant_id = $1
