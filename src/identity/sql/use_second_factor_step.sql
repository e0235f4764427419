-- Changes nothing when another sign-in has used this code or a later one.
UPDATE second_factors SET last_step = $3
WHERE tenant_id = $1 AND account_id = $2 AND confirmed_at IS NOT NULL AND (last_step IS NULL OR last_step < $3)
