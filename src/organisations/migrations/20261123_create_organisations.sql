-- Acts are kept as the journal has them; the tables below them are projections of the acts on the day `structure_on`, made anew by
-- a rebuild, and hold nothing that the acts do not.
CREATE TABLE tenants (
  tenant_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  last_reorganisation_id BIGINT NOT NULL,
  structure_on TEXT NOT NULL,
  PRIMARY KEY (tenant_id)
);
CREATE TABLE reorganisations (
  tenant_id BIGINT NOT NULL,
  reorganisation_id BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  recorded_by BIGINT,
  origin TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant_id, reorganisation_id)
);
CREATE UNIQUE INDEX reorganisations_by_sequence ON reorganisations (tenant_id, sequence);
CREATE UNIQUE INDEX reorganisations_by_origin ON reorganisations (tenant_id, origin);
CREATE TABLE organisation_keys (
  tenant_id BIGINT NOT NULL,
  pack_key TEXT NOT NULL,
  organisation_id BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, pack_key)
);
CREATE TABLE organisations (
  tenant_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT NOT NULL,
  code TEXT,
  parent_id BIGINT,
  begins_on TEXT NOT NULL,
  ends_on TEXT,
  answerer_id BIGINT NOT NULL,
  verified BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, organisation_id)
);
CREATE TABLE organisation_names (
  tenant_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  valid_from TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT NOT NULL,
  code TEXT,
  PRIMARY KEY (tenant_id, organisation_id, valid_from)
);
CREATE TABLE organisation_parents (
  tenant_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  valid_from TEXT NOT NULL,
  parent_id BIGINT,
  PRIMARY KEY (tenant_id, organisation_id, valid_from)
);
CREATE TABLE organisation_successors (
  tenant_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  successor_id BIGINT NOT NULL,
  since TEXT NOT NULL,
  answers BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, organisation_id, successor_id)
);
CREATE INDEX organisation_successors_by_successor ON organisation_successors (tenant_id, successor_id);
CREATE TABLE organisation_ancestors (
  tenant_id BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  ancestor_id BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, organisation_id, ancestor_id)
);
CREATE INDEX organisation_ancestors_by_ancestor ON organisation_ancestors (tenant_id, ancestor_id, organisation_id);
