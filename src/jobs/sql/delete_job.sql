DELETE FROM jobs WHERE tenant_id = $1 AND id = $2 AND lease = $3
