DELETE FROM organisations WHERE tenant_id = $1;
