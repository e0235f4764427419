DELETE FROM organisation_names WHERE tenant_id = $1;
