SELECT pack_key, organisation_id FROM organisation_keys WHERE tenant_id = $1;
