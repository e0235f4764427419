DELETE FROM organisation_successors WHERE tenant_id = $1 AND organisation_id = $2 AND successor_id = $3;
