DELETE FROM role_permissions WHERE tenant_id = $1
