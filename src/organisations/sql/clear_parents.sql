DELETE FROM organisation_parents WHERE tenant_id = $1;
