INSERT INTO organisation_keys (tenant_id, pack_key, organisation_id) VALUES ($1, $2, $3);
