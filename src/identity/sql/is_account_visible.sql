-- $5 is 1 for whoever manages the whole tenant: accounts of agencies that are gone are then seen too.
SELECT 1 FROM accounts a
WHERE a.tenant_id = $1 AND a.account_id = $2
  AND (CAST($5 AS BIGINT) = 1 OR EXISTS (
    SELECT 1 FROM permitted_v1 p
    WHERE p.tenant_id = a.tenant_id AND p.account_id = $3 AND p.permission = 'accounts.manage'
      AND p.organisation_id = a.organisation_id AND p.valid_from <= $4 AND p.valid_to >= $4))
