INSERT INTO delegations (tenant_id, delegation_id, giver_id, receiver_id, valid_from, valid_to, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7)
