SELECT tenant_id, name FROM tenants ORDER BY tenant_id;
