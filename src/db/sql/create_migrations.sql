-- The one table without a tenant: the schema is the same for all.
CREATE TABLE IF NOT EXISTS schema_migrations (
  module TEXT NOT NULL,
  name TEXT NOT NULL,
  applied_at BIGINT NOT NULL,
  PRIMARY KEY (module, name)
)
