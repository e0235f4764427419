-- Whether an account holds, now or later, a role at an organisation that another one does not manage today.
SELECT 1 FROM role_holdings h
WHERE h.tenant_id = $1 AND h.account_id = $2 AND h.valid_to >= $4
  AND EXISTS (SELECT 1 FROM organisation_ancestors_v1 o
              WHERE o.tenant_id = h.tenant_id AND o.organisation_id = h.organisation_id AND o.ancestor_id = h.organisation_id)
  AND NOT EXISTS (SELECT 1 FROM permitted_v1 p
                  WHERE p.tenant_id = h.tenant_id AND p.account_id = $3 AND p.permission = 'accounts.manage'
                    AND p.organisation_id = h.organisation_id AND p.valid_from <= $4 AND p.valid_to >= $4)
LIMIT 1
