INSERT INTO organisations (tenant_id, organisation_id, name, short_name, kind, code, parent_id, begins_on, ends_on, answerer_id, verified)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
