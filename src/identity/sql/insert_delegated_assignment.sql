INSERT INTO delegated_assignments (tenant_id, delegation_id, assignment_id) VALUES ($1, $2, $3)
