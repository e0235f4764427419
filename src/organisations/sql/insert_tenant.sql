INSERT INTO tenants (tenant_id, name, last_reorganisation_id, structure_on) VALUES ($1, $2, 0, $3)
ON CONFLICT (tenant_id) DO NOTHING;
