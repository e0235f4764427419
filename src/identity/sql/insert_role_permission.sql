INSERT INTO role_permissions (tenant_id, role, permission) VALUES ($1, $2, $3)
