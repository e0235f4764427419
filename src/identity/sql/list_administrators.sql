-- Active accounts that manage all accounts from today on without an end, by a role of their own.
SELECT a.account_id, r.assignment_id
FROM role_assignments r
JOIN role_permissions p ON p.tenant_id = r.tenant_id AND p.role = r.role AND p.permission = 'accounts.manage'
JOIN accounts a ON a.tenant_id = r.tenant_id AND a.account_id = r.account_id AND a.state = 'active'
WHERE r.tenant_id = $1 AND r.organisation_id = $2 AND r.ended_at IS NULL AND r.valid_from <= $3 AND r.valid_to = '9999-12-31'
