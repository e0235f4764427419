DELETE FROM organisations WHERE tenant_id = $1 AND organisation_id = $2;
