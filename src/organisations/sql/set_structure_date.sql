UPDATE tenants SET structure_on = $2 WHERE tenant_id = $1;
