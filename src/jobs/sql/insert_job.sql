-- Positions rise in the order of enqueuing; ids of one millisecond do not.
INSERT INTO jobs (tenant_id, id, position, kind, payload, queue, state, attempts, enqueued_at, due_at)
VALUES ($1, $2, COALESCE((SELECT MAX(position) FROM jobs WHERE tenant_id = $1), 0) + 1, $3, $4, $5, 'waiting', 0, $6, $7)
ON CONFLICT DO NOTHING
