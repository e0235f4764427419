SELECT assignment_id, role, organisation_id, valid_from, valid_to, ended_at
FROM role_assignments WHERE tenant_id = $1 AND account_id = $2
ORDER BY valid_from, assignment_id
