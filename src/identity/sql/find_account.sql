SELECT a.account_id, a.version, a.user_name, a.name, a.position, a.email, a.phone, a.organisation_id, a.language, a.state,
       a.must_change_password, a.last_sign_in_at,
       CASE WHEN f.confirmed_at IS NULL THEN 0 ELSE 1 END
FROM accounts a
LEFT JOIN second_factors f ON f.tenant_id = a.tenant_id AND f.account_id = a.account_id
WHERE a.tenant_id = $1 AND a.account_id = $2
