INSERT INTO sign_in_failures (tenant_id, subject, failures, last_failure_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, subject) DO UPDATE SET failures = excluded.failures, last_failure_at = excluded.last_failure_at
