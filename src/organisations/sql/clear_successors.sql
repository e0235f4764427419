DELETE FROM organisation_successors WHERE tenant_id = $1;
