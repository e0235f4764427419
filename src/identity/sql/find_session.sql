SELECT s.session_id, s.account_id, s.last_seen_at, s.expires_at, a.name, a.must_change_password
FROM sessions s
JOIN accounts a ON a.tenant_id = s.tenant_id AND a.account_id = s.account_id
WHERE s.tenant_id = $1 AND s.token_hash = $2 AND s.expires_at > $3 AND s.last_seen_at > $4 AND a.state = 'active'
