-- Only when nobody recorded another act in between.
UPDATE tenants SET last_reorganisation_id = $3 WHERE tenant_id = $1 AND last_reorganisation_id = $2;
