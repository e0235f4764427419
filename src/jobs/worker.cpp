// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/ensure.hpp"
#include "jobs/jobs.hpp"
#include "platform/new_id.hpp"
#include "sql.hpp"

namespace haidang::jobs {
namespace {

/// How often a worker that was not woken looks: for jobs of other programs, and those that became due.
constexpr std::chrono::milliseconds kLookAgain{1'000};
constexpr std::size_t kLongestFailure = 500;

struct Attempt {
  Job job;
  const Handler* handler;
  std::int64_t lease;
};

std::string cut(const std::string& text) {
  if (text.size() <= kLongestFailure) return text;
  auto end = kLongestFailure;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not within a character
  return text.substr(0, end);
}

}  // namespace

struct Worker::State {
  State(db::Database& its_database, const platform::Clock& its_clock, std::vector<Handler> its_handlers)
      : database(its_database), clock(its_clock), handlers(std::move(its_handlers)) {
    for (const auto& handler : handlers) kinds += "," + handler.kind;
    kinds += ",";
  }

  db::Database& database;
  const platform::Clock& clock;
  const std::vector<Handler> handlers;
  std::string kinds;

  std::mutex mutex;
  std::condition_variable woken;
  std::uint64_t wakes = 0;
  bool stopping = false;
  std::atomic<int> busy = 0;
  std::atomic<std::uint64_t> claims = 0;
  std::vector<std::thread> threads;

  void loop();
  bool work_on_one();
  bool is_something_due();
  std::optional<Attempt> claim();
  void work(const Attempt&);
  void finish(const Attempt&);
  void fail(const Attempt&, const std::string& why);
  void give_up(const Attempt&, const Rejection& why);
  const Handler* handler_of(const std::string& kind) const;
  void change(const db::Statement&, const std::vector<db::Value>&);
};

const Handler* Worker::State::handler_of(const std::string& kind) const {
  const auto found = std::ranges::find(handlers, kind, &Handler::kind);
  return found == handlers.end() ? nullptr : &*found;
}

void Worker::State::change(const db::Statement& statement, const std::vector<db::Value>& values) {
  const auto done = database.write([&](db::Write& tx) -> Result<db::Done> {
    tx.execute(statement, values);
    return db::Done{};
  });
  ensure(done.has_value(), "it rejects nothing");
}

bool Worker::State::is_something_due() {
  return database.read([&](db::Read& tx) { return !tx.query(sql::kFindDueJobs, {clock.now(), kinds}).empty(); });
}

/// The attempt is counted, durably, before the work starts.
std::optional<Attempt> Worker::State::claim() {
  auto claimed = database.write([&](db::Write& tx) -> Result<std::optional<Attempt>> {
    const auto now = clock.now();
    const auto found = tx.query(sql::kFindDueJobs, {now, kinds});
    if (found.empty()) return std::optional<Attempt>();
    const auto row = found.front();
    const auto* handler = handler_of(row.text(2));
    auto payload = json::parse(row.text(3));
    ensure(handler != nullptr && payload.has_value(), "a job has a handler and a payload in JSON");
    const Job job{row.id<TenantId>(0), row.id<JobId>(1), row.text(2), std::move(*payload),
                  static_cast<int>(row.integer(4)) + 1};
    const auto lease = platform::new_id_number(now);
    tx.execute(sql::kClaimJob, {job.tenant, job.id, lease, now + handler->lease});
    return std::optional(Attempt{job, handler, lease});
  });
  ensure(claimed.has_value(), "it rejects nothing");
  if (*claimed) ++claims;
  return *claimed;
}

void Worker::State::finish(const Attempt& attempt) {
  change(sql::kDeleteJob, {attempt.job.tenant, attempt.job.id, attempt.lease});
}

void Worker::State::fail(const Attempt& attempt, const std::string& why) {
  const auto& [job, handler, lease] = attempt;
  if (job.attempt >= handler->attempts)
    return give_up(
        attempt,
        Rejection{Code::JobGivenUp, {{"kind", job.kind}, {"attempts", std::to_string(handler->attempts)}}, why});
  const auto delay = handler->first_delay * (std::int64_t{1} << std::min(job.attempt - 1, 20));
  change(sql::kPutOffJob, {job.tenant, job.id, lease, clock.now() + delay, cut(why)});
}

/// Told first, then marked: a crash in between tells again rather than never.
void Worker::State::give_up(const Attempt& attempt, const Rejection& why) {
  if (attempt.handler->given_up) attempt.handler->given_up(attempt.job, why);
  const auto reason = std::string(catalogue_entry(why.code).name) + (why.for_log.empty() ? "" : ": " + why.for_log);
  change(sql::kGiveUpJob, {attempt.job.tenant, attempt.job.id, attempt.lease, cut(reason)});
}

void Worker::State::work(const Attempt& attempt) {
  // More attempts than allowed: the last ones ended with the program, not with an exception.
  if (attempt.job.attempt > attempt.handler->attempts) return fail(attempt, "the program ended during the work");
  std::optional<std::string> failure;
  try {
    const auto done = attempt.handler->work(attempt.job);
    if (!done) return give_up(attempt, done.error());
  } catch (const std::exception& error) {
    failure = error.what();
  } catch (...) {
    failure = "an exception of an unknown type";
  }
  failure ? fail(attempt, *failure) : finish(attempt);
}

bool Worker::State::work_on_one() {
  if (!is_something_due()) return false;
  struct Busy {
    std::atomic<int>& count;
    explicit Busy(std::atomic<int>& its_count) : count(its_count) { ++count; }
    ~Busy() { --count; }
  } const while_working(busy);
  const auto attempt = claim();
  if (attempt) work(*attempt);
  return attempt.has_value();
}

void Worker::State::loop() {
  for (std::uint64_t seen = 0;;) {
    bool worked = false;
    try {
      worked = work_on_one();
    } catch (const std::exception&) {
      // The database is away, or telling failed: the lease runs out, and the job is taken up again.
    }
    std::unique_lock lock(mutex);
    if (!worked) woken.wait_for(lock, kLookAgain, [&] { return stopping || wakes != seen; });
    if (stopping) return;
    seen = wakes;
  }
}

Worker::Worker(db::Database& database, const platform::Clock& clock, std::vector<Handler> handlers, int threads)
    : state_(std::make_unique<State>(database, clock, std::move(handlers))) {
  for (int i = 0; i < threads; ++i) state_->threads.emplace_back([this] { state_->loop(); });
}

Worker::~Worker() {
  {
    std::lock_guard lock(state_->mutex);
    state_->stopping = true;
    state_->woken.notify_all();
  }
  for (auto& thread : state_->threads) thread.join();
}

void Worker::wake() {
  std::lock_guard lock(state_->mutex);
  ++state_->wakes;
  state_->woken.notify_all();
}

void Worker::drain() {
  for (;;) {
    wake();
    // Nobody was at work before the question nor after it, and nobody began in between: then its answer holds.
    const auto claims = state_->claims.load();
    if (state_->busy == 0 && !state_->is_something_due() && state_->busy == 0 && state_->claims == claims) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

}  // namespace haidang::jobs
