-- $4: whether the reader manages the whole tenant. $5 text, $6 organisation, $7 role, $8 state, $9 cursor: null when not asked for.
SELECT a.account_id, a.user_name, a.name, a.position, a.organisation_id, a.state, a.last_sign_in_at
FROM accounts a
WHERE a.tenant_id = $1
  AND (CAST($4 AS BIGINT) = 1 OR a.organisation_id IN (
    SELECT p.organisation_id FROM permitted_v1 p
    WHERE p.tenant_id = $1 AND p.account_id = $2 AND p.permission = 'accounts.manage'
      AND p.valid_from <= $3 AND p.valid_to >= $3))
  AND (CAST($5 AS TEXT) IS NULL OR a.search_text LIKE CAST($5 AS TEXT) ESCAPE '!')
  AND (CAST($6 AS BIGINT) IS NULL OR a.organisation_id IN (
    SELECT o.organisation_id FROM organisation_ancestors_v1 o
    WHERE o.tenant_id = $1 AND o.ancestor_id = CAST($6 AS BIGINT)))
  AND (CAST($7 AS TEXT) IS NULL OR EXISTS (
    SELECT 1 FROM role_assignments r
    WHERE r.tenant_id = a.tenant_id AND r.account_id = a.account_id AND r.role = CAST($7 AS TEXT) AND r.ended_at IS NULL
      AND r.valid_from <= $3 AND r.valid_to >= $3))
  AND (CAST($8 AS TEXT) IS NULL OR a.state = CAST($8 AS TEXT))
  AND (CAST($9 AS BIGINT) IS NULL OR (a.sort_key, a.account_id) > (
    SELECT c.sort_key, c.account_id FROM accounts c WHERE c.tenant_id = $1 AND c.account_id = CAST($9 AS BIGINT)))
ORDER BY a.sort_key, a.account_id
LIMIT 51
