-- All but the one whose token is given.
DELETE FROM sessions WHERE tenant_id = $1 AND account_id = $2 AND token_hash <> $3
