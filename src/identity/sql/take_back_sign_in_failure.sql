UPDATE sign_in_failures SET failures = failures - 1 WHERE tenant_id = $1 AND subject = $2 AND failures > 0
