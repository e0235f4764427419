INSERT INTO journal_events (tenant_id, sequence, happened_at, account_id, kind, subject, body, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
