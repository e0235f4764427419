DELETE FROM reorganisations WHERE tenant_id = $1;
