SELECT sequence, recorded_at, recorded_by, body FROM reorganisations WHERE tenant_id = $1 ORDER BY sequence;
