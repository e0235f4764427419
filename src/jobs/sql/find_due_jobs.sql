-- Due jobs of the kinds in $2 (",a,b,") whose queue is free: nothing of it is being worked on, and nothing that is due stands
-- before it. A job that waits for its next attempt does not hold up its queue.
SELECT job.tenant_id, job.id, job.kind, job.payload, job.attempts
FROM jobs AS job
WHERE $2 LIKE '%,' || job.kind || ',%'
  AND ((job.state = 'waiting' AND job.due_at <= $1) OR (job.state = 'running' AND job.lease_until <= $1))
  AND (job.queue = '' OR NOT EXISTS (
    SELECT 1 FROM jobs AS other
    WHERE other.tenant_id = job.tenant_id AND other.queue = job.queue AND other.id <> job.id
      AND ((other.state = 'running' AND other.lease_until > $1)
        OR (other.position < job.position AND other.state IN ('waiting', 'running') AND other.due_at <= $1))))
ORDER BY job.due_at, job.position
LIMIT 1
