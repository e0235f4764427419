// SPDX-License-Identifier: Apache-2.0
#include "jobs/jobs.hpp"

#include "platform/new_id.hpp"
#include "sql.hpp"

namespace haidang::jobs {

JobId enqueue(db::Write& tx, TenantId tenant, Instant now, const NewJob& job) {
  for (;;) {
    const auto id = platform::new_id<JobId>(now);
    if (tx.change(sql::kInsertJob,
                  {tenant, id, job.kind, json::compact(job.payload), job.queue, now, now + job.delay}) == 1)
      return id;
  }
}

Counts counts(db::Read& tx, TenantId tenant) {
  const auto row = tx.query(sql::kCountJobs, {tenant});
  return {row.front().integer(0), row.front().integer(1), row.front().integer(2)};
}

db::ModuleMigrations migrations() {
  return {"jobs", sql::migrations()};
}

}  // namespace haidang::jobs
