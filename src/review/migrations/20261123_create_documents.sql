-- Uploaded documents, the review of what was read from them, and the plans saved. All but file_hash and the names is a
-- projection of the journal (subject "document/ID"); nothing here is ever deleted.
CREATE TABLE documents (
  tenant_id BIGINT NOT NULL,
  document_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  file_name TEXT NOT NULL,
  file_kind TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  size BIGINT NOT NULL,
  state TEXT NOT NULL,
  failure TEXT,
  pages BIGINT NOT NULL,
  facts TEXT NOT NULL,
  search_text TEXT NOT NULL,
  uploaded_by BIGINT NOT NULL,
  uploaded_at BIGINT NOT NULL,
  reading BIGINT NOT NULL,
  open_items BIGINT NOT NULL,
  accepted_items BIGINT NOT NULL,
  skipped_items BIGINT NOT NULL,
  findings BIGINT NOT NULL,
  plan_version BIGINT NOT NULL,
  withdrawn BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, document_id)
);
CREATE UNIQUE INDEX documents_by_file ON documents (tenant_id, organisation_id, file_hash, withdrawn);

CREATE TABLE document_readings (
  tenant_id BIGINT NOT NULL,
  document_id BIGINT NOT NULL,
  reading BIGINT NOT NULL,
  source_hash TEXT NOT NULL,
  details TEXT NOT NULL,
  PRIMARY KEY (tenant_id, document_id, reading)
);

CREATE TABLE review_items (
  tenant_id BIGINT NOT NULL,
  document_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  reading BIGINT NOT NULL,
  version BIGINT NOT NULL,
  position DOUBLE PRECISION NOT NULL,
  state TEXT NOT NULL,
  origin TEXT NOT NULL,
  content TEXT NOT NULL,
  last_command BIGINT,
  edited_by BIGINT,
  edited_at BIGINT,
  PRIMARY KEY (tenant_id, document_id, item_id)
);
CREATE INDEX review_items_by_position ON review_items (tenant_id, document_id, reading, position);

-- What each command changed, so that its author can take it back.
CREATE TABLE review_commands (
  tenant_id BIGINT NOT NULL,
  document_id BIGINT NOT NULL,
  command_id BIGINT NOT NULL,
  reading BIGINT NOT NULL,
  account_id BIGINT NOT NULL,
  document_version BIGINT NOT NULL,
  kind TEXT NOT NULL,
  undone BIGINT NOT NULL,
  changes TEXT NOT NULL,
  PRIMARY KEY (tenant_id, document_id, command_id)
);
CREATE INDEX review_commands_by_account ON review_commands (tenant_id, document_id, account_id, document_version);

CREATE TABLE plans (
  tenant_id BIGINT NOT NULL,
  document_id BIGINT NOT NULL,
  version BIGINT NOT NULL,
  saved_by BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  tasks BIGINT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (tenant_id, document_id, version)
);

-- Where the picture of a page lies in the file store; drawn again when it is missing.
CREATE TABLE page_pictures (
  tenant_id BIGINT NOT NULL,
  file_hash TEXT NOT NULL,
  page BIGINT NOT NULL,
  picture_hash TEXT NOT NULL,
  PRIMARY KEY (tenant_id, file_hash, page)
);
