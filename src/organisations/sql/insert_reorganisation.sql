INSERT INTO reorganisations (tenant_id, reorganisation_id, sequence, recorded_at, recorded_by, origin, body)
VALUES ($1, $2, $3, $4, $5, $6, $7);
