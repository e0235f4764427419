INSERT INTO role_assignments (tenant_id, assignment_id, account_id, role, organisation_id, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7)
