UPDATE accounts
SET version = version + 1, name = $4, search_text = $5, sort_key = $6, position = $7, email = $8, phone = $9,
    organisation_id = $10, language = $11
WHERE tenant_id = $1 AND account_id = $2 AND version = $3
