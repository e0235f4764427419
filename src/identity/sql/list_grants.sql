-- What an account holds today, unexpanded.
SELECT DISTINCT p.permission, h.organisation_id
FROM role_holdings h
JOIN role_permissions p ON p.tenant_id = h.tenant_id AND p.role = h.role
WHERE h.tenant_id = $1 AND h.account_id = $2 AND h.valid_from <= $3 AND h.valid_to >= $3
ORDER BY p.permission, h.organisation_id
