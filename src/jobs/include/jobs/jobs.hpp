// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "db/database.hpp"
#include "db/migrations.hpp"
#include "platform/actor.hpp"
#include "platform/clock.hpp"

namespace haidang::jobs {

using JobId = Id<struct JobTag>;

/// Work to be done later, outside the request: a row. Enqueued in the transaction that wants it.
struct NewJob {
  std::string kind;     ///< "read_document"
  json::Value payload;  ///< ids, with a version when its shape may change
  std::string queue;    ///< jobs of one queue (an account's uploads) run one after the other, in order; one that waits
                        ///< for its next attempt lets the others pass. "" waits for nobody
  std::chrono::milliseconds delay{0};
};
JobId enqueue(db::Write&, TenantId, Instant now, const NewJob&);

struct Job {
  TenantId tenant;
  JobId id;
  std::string kind;
  json::Value payload;
  int attempt = 1;  ///< counted before the work starts, so that a job which kills the program is not tried for ever
};

/// How a kind of job is done. Idempotent: it may run again after a crash. A thrown exception is a failed attempt; it is
/// tried again with back-off up to `attempts`, then `given_up` tells a person (a state of the document, a message). A
/// rejection gives up at once. `given_up` is told before the job is marked, so after a crash it may be told again.
struct Handler {
  std::string kind;
  int attempts = 5;
  std::chrono::milliseconds first_delay{10'000};  ///< doubled each time
  std::chrono::milliseconds lease{600'000};       ///< after it another worker may take the job
  std::function<Result<db::Done>(const Job&)> work;
  std::function<void(const Job&, const Rejection& why)> given_up;
};

/// Runs due jobs on its own threads until destroyed; a job under way may end. On PostgreSQL several programs may work
/// on one table.
class Worker {
 public:
  Worker(db::Database&, const platform::Clock&, std::vector<Handler>, int threads);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  void wake();   ///< look for due jobs now (call from Write::after_commit)
  void drain();  ///< for tests: returns when no job is due or running

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct Counts {
  std::int64_t waiting = 0, running = 0, given_up = 0;
};
Counts counts(db::Read&, TenantId);

db::ModuleMigrations migrations();

}  // namespace haidang::jobs
