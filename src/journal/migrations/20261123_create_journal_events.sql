-- The chain of a tenant: sequence from 1 without gaps, each hash made of the one before. Two writers who read the same head
-- cannot both append: the primary key refuses the second.
CREATE TABLE journal_events (
  tenant_id BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  happened_at BIGINT NOT NULL,
  account_id BIGINT,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (tenant_id, sequence)
);
CREATE INDEX journal_events_by_subject ON journal_events (tenant_id, subject, sequence);
