INSERT INTO review_commands (tenant_id, document_id, command_id, reading, account_id, document_version, kind, undone,
  changes)
VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)
