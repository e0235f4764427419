-- Accounts, how they sign in, and what they may do. Tokens and codes are stored as hashes only.
CREATE TABLE accounts (
  tenant_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  user_name TEXT NOT NULL,
  name TEXT NOT NULL,
  search_text TEXT NOT NULL,
  sort_key BYTEA NOT NULL,
  position TEXT,
  email TEXT,
  phone TEXT,
  organisation_id BIGINT NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  must_change_password BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  last_sign_in_at BIGINT,
  PRIMARY KEY (tenant_id, account_id)
);
CREATE UNIQUE INDEX accounts_by_user_name ON accounts (tenant_id, user_name);
CREATE INDEX accounts_by_sort_key ON accounts (tenant_id, sort_key, account_id);
CREATE INDEX accounts_by_organisation ON accounts (tenant_id, organisation_id);

CREATE TABLE role_permissions (
  tenant_id BIGINT NOT NULL,
  role TEXT NOT NULL,
  permission TEXT NOT NULL,
  PRIMARY KEY (tenant_id, role, permission)
);

CREATE TABLE role_assignments (
  tenant_id BIGINT NOT NULL,
  assignment_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  role TEXT NOT NULL,
  organisation_id BIGINT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  ended_at BIGINT,
  PRIMARY KEY (tenant_id, assignment_id)
);
CREATE INDEX role_assignments_by_account ON role_assignments (tenant_id, account_id);
CREATE INDEX role_assignments_by_role ON role_assignments (tenant_id, role, organisation_id);

CREATE TABLE delegations (
  tenant_id BIGINT NOT NULL,
  delegation_id BIGINT NOT NULL,
  giver_id BIGINT NOT NULL,
  receiver_id BIGINT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  reason TEXT NOT NULL,
  ended_at BIGINT,
  PRIMARY KEY (tenant_id, delegation_id)
);
CREATE INDEX delegations_by_giver ON delegations (tenant_id, giver_id);
CREATE INDEX delegations_by_receiver ON delegations (tenant_id, receiver_id);

CREATE TABLE delegated_assignments (
  tenant_id BIGINT NOT NULL,
  delegation_id BIGINT NOT NULL,
  assignment_id BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, delegation_id, assignment_id)
);

CREATE TABLE sessions (
  tenant_id BIGINT NOT NULL,
  session_id BIGINT NOT NULL,
  token_hash BYTEA NOT NULL,
  account_id BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  last_seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  address TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (tenant_id, session_id)
);
CREATE UNIQUE INDEX sessions_by_token_hash ON sessions (tenant_id, token_hash);
CREATE INDEX sessions_by_account ON sessions (tenant_id, account_id);

CREATE TABLE known_devices (
  tenant_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  token_hash BYTEA NOT NULL,
  last_used_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, account_id, token_hash)
);

-- `subject` is a hash: people type passwords into the field of the user name.
CREATE TABLE sign_in_failures (
  tenant_id BIGINT NOT NULL,
  subject BYTEA NOT NULL,
  failures BIGINT NOT NULL,
  last_failure_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, subject)
);
CREATE INDEX sign_in_failures_by_time ON sign_in_failures (tenant_id, last_failure_at);

CREATE TABLE second_factors (
  tenant_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  secret BYTEA NOT NULL,
  confirmed_at BIGINT,
  last_step BIGINT,
  PRIMARY KEY (tenant_id, account_id)
);

CREATE TABLE recovery_codes (
  tenant_id BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  code_hash BYTEA NOT NULL,
  PRIMARY KEY (tenant_id, account_id, code_hash)
);
