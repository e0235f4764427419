-- Whether the account holds a permission at an organisation today.
SELECT 1
FROM permitted_v1 p
WHERE p.tenant_id = $1 AND p.account_id = $2 AND p.permission = $3 AND p.organisation_id = $4
  AND p.valid_from <= $5 AND p.valid_to >= $5
LIMIT 1
