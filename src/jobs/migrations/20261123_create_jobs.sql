-- Work to be done later. A job that is done is removed; state is waiting, running or given_up.
-- lease is the worker's own number for this attempt: one that was overtaken can no longer finish the job.
CREATE TABLE jobs (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  queue TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  enqueued_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  lease BIGINT,
  lease_until BIGINT,
  last_failure TEXT,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX jobs_by_position ON jobs (tenant_id, position);
CREATE INDEX jobs_by_queue ON jobs (tenant_id, queue, state, due_at);
