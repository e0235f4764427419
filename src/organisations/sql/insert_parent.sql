INSERT INTO organisation_parents (tenant_id, organisation_id, valid_from, parent_id) VALUES ($1, $2, $3, $4);
