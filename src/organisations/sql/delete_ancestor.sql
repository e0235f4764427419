DELETE FROM organisation_ancestors WHERE tenant_id = $1 AND organisation_id = $2 AND ancestor_id = $3;
