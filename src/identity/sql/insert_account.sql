INSERT INTO accounts (tenant_id, account_id, version, user_name, name, search_text, sort_key, position, email, phone,
                      organisation_id, language, state, password_hash, must_change_password, created_at)
VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'active', $12, $13, $14)
