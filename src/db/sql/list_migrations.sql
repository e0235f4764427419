SELECT module, name FROM schema_migrations ORDER BY module, name
