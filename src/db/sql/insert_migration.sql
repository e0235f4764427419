INSERT INTO schema_migrations (module, name, applied_at) VALUES ($1, $2, $3)
