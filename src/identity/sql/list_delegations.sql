SELECT delegation_id, giver_id, receiver_id, valid_from, valid_to, reason, ended_at
FROM delegations WHERE tenant_id = $1 AND (giver_id = $2 OR receiver_id = $2)
ORDER BY valid_from DESC, delegation_id DESC
LIMIT 200
