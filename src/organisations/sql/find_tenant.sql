SELECT name, last_reorganisation_id, structure_on FROM tenants WHERE tenant_id = $1;
