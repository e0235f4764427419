SELECT r.assignment_id, r.role, r.organisation_id, r.valid_from, r.valid_to, r.ended_at
FROM delegated_assignments g
JOIN role_assignments r ON r.tenant_id = g.tenant_id AND r.assignment_id = g.assignment_id
WHERE g.tenant_id = $1 AND g.delegation_id = $2
ORDER BY r.assignment_id
