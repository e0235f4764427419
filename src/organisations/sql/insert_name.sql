INSERT INTO organisation_names (tenant_id, organisation_id, valid_from, name, short_name, kind, code)
VALUES ($1, $2, $3, $4, $5, $6, $7);
