DELETE FROM organisation_ancestors WHERE tenant_id = $1;
