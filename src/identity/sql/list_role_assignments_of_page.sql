-- In force on $4, of the accounts between two places in the list, both included.
SELECT r.account_id, r.assignment_id, r.role, r.organisation_id, r.valid_from, r.valid_to, r.ended_at
FROM role_assignments r
JOIN accounts a ON a.tenant_id = r.tenant_id AND a.account_id = r.account_id
WHERE r.tenant_id = $1
  AND (a.sort_key, a.account_id) >= (SELECT c.sort_key, c.account_id FROM accounts c WHERE c.tenant_id = $1 AND c.account_id = $2)
  AND (a.sort_key, a.account_id) <= (SELECT c.sort_key, c.account_id FROM accounts c WHERE c.tenant_id = $1 AND c.account_id = $3)
  AND r.ended_at IS NULL AND r.valid_from <= $4 AND r.valid_to >= $4
ORDER BY r.valid_from, r.assignment_id
