SELECT 1 FROM permitted_v1
WHERE tenant_id = $1 AND account_id = $2 AND permission = 'accounts.manage' AND organisation_id = $3
  AND valid_from <= $4 AND valid_to >= $4
