-- Makes whoever else would take away an administrator at this moment wait until this transaction is done.
UPDATE role_assignments SET ended_at = ended_at WHERE tenant_id = $1 AND organisation_id = $2 AND ended_at IS NULL
