UPDATE role_assignments SET ended_at = $3 WHERE tenant_id = $1 AND assignment_id = $2 AND ended_at IS NULL
