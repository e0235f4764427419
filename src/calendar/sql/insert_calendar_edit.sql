-- Two edits of one version meet here: the second changes no row and is told so.
INSERT INTO calendar_edits (tenant_id, calendar, number, edit, recorded_at, account_id)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id, calendar, number) DO NOTHING
