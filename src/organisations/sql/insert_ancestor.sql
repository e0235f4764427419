INSERT INTO organisation_ancestors (tenant_id, organisation_id, ancestor_id) VALUES ($1, $2, $3);
