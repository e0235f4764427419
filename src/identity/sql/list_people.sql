-- $2 text, $3 organisation, $4 cursor: null when not asked for.
SELECT a.account_id, a.name, a.position, a.organisation_id
FROM accounts a
WHERE a.tenant_id = $1 AND a.state = 'active'
  AND (CAST($2 AS TEXT) IS NULL OR a.search_text LIKE CAST($2 AS TEXT) ESCAPE '!')
  AND (CAST($3 AS BIGINT) IS NULL OR a.organisation_id IN (
    SELECT o.organisation_id FROM organisation_ancestors_v1 o
    WHERE o.tenant_id = $1 AND o.ancestor_id = CAST($3 AS BIGINT)))
  AND (CAST($4 AS BIGINT) IS NULL OR (a.sort_key, a.account_id) > (
    SELECT c.sort_key, c.account_id FROM accounts c WHERE c.tenant_id = $1 AND c.account_id = CAST($4 AS BIGINT)))
ORDER BY a.sort_key, a.account_id
LIMIT 51
