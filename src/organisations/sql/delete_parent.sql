DELETE FROM organisation_parents WHERE tenant_id = $1 AND organisation_id = $2 AND valid_from = $3;
