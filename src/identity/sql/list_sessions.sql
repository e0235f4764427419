SELECT session_id, token_hash, started_at, last_seen_at, expires_at, address, device
FROM sessions
WHERE tenant_id = $1 AND account_id = $2 AND expires_at > $3 AND last_seen_at > $4
ORDER BY last_seen_at DESC, session_id DESC
