INSERT INTO organisation_successors (tenant_id, organisation_id, successor_id, since, answers) VALUES ($1, $2, $3, $4, $5);
