// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "db/testing.hpp"
#include "jobs/jobs.hpp"

using namespace haidang;
using namespace haidang::jobs;
using db::testing::on_both_engines;
using db::testing::query_sql;
using db::testing::run_sql;
using namespace std::chrono_literals;

namespace {

constexpr TenantId kTenant{7};
constexpr Instant kNow{1'700'000'000'000ms};

std::array<db::ModuleMigrations, 1> modules() {
  return {migrations()};
}

void put(db::Database& database, Instant now, const NewJob& job) {
  const auto done = database.write([&](db::Write& tx) -> Result<db::Done> {
    enqueue(tx, kTenant, now, job);
    return db::Done{};
  });
  REQUIRE(done.has_value());
}

NewJob numbered(int number, std::string queue = "") {
  return {"count", json::Value(number), std::move(queue), 0ms};
}

Counts counted(db::Database& database) {
  return database.read([](db::Read& tx) { return counts(tx, kTenant); });
}

/// What the handlers did, from whichever thread.
class Log {
 public:
  void add(int number) {
    std::lock_guard lock(mutex_);
    numbers_.push_back(number);
  }
  std::vector<int> numbers() const {
    std::lock_guard lock(mutex_);
    return numbers_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<int> numbers_;
};

int number_of(const Job& job) {
  return static_cast<int>(job.payload.as_int64());
}

}  // namespace

TEST_CASE("every job is done once, whichever thread takes it, and then it is gone") {
  on_both_engines(modules(), [](db::Database& database) {
    const platform::FixedClock clock(kNow);
    Log log;
    Worker worker(database, clock,
                  {{.kind = "count",
                    .work = [&](const Job& job) -> Result<db::Done> {
                      log.add(number_of(job));
                      return db::Done{};
                    }}},
                  4);
    for (int number = 0; number < 40; ++number) put(database, kNow, numbered(number));
    worker.drain();
    const auto done = log.numbers();
    CHECK(done.size() == 40);
    CHECK(std::set<int>(done.begin(), done.end()).size() == 40);
    CHECK(query_sql(database, "SELECT 1 FROM jobs").empty());
  });
}

TEST_CASE("jobs of one queue run one after the other, in the order in which they came") {
  on_both_engines(modules(), [](db::Database& database) {
    const platform::FixedClock clock(kNow);
    Log log;
    std::atomic<int> at_work = 0, most = 0;
    for (int number = 0; number < 12; ++number) put(database, kNow, numbered(number, "account/1"));
    Worker worker(database, clock,
                  {{.kind = "count",
                    .work = [&](const Job& job) -> Result<db::Done> {
                      most = std::max<int>(most, ++at_work);
                      std::this_thread::sleep_for(1ms);
                      log.add(number_of(job));
                      --at_work;
                      return db::Done{};
                    }}},
                  4);
    worker.drain();
    CHECK(log.numbers() == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    CHECK(most == 1);
  });
}

TEST_CASE("a job that fails waits longer each time, is given up at last, and that is told once") {
  on_both_engines(modules(), [](db::Database& database) {
    platform::FixedClock clock(kNow);
    Log attempts, told;
    std::string reason;
    Worker worker(database, clock,
                  {{.kind = "count",
                    .attempts = 3,
                    .first_delay = 10s,
                    .work = [&](const Job& job) -> Result<db::Done> {
                      attempts.add(job.attempt);
                      throw std::runtime_error("hết giấy");
                    },
                    .given_up =
                        [&](const Job& job, const Rejection& why) {
                          told.add(number_of(job));
                          CHECK(why.code == Code::JobGivenUp);
                          reason = why.for_log;
                        }}},
                  2);
    put(database, kNow, numbered(5));
    worker.drain();
    CHECK(attempts.numbers() == std::vector<int>{1});
    clock.advance(9'999ms);
    worker.drain();
    CHECK(attempts.numbers() == std::vector<int>{1});
    clock.advance(1ms);
    worker.drain();
    CHECK(attempts.numbers() == std::vector<int>{1, 2});
    clock.advance(19'999ms);
    worker.drain();
    CHECK(attempts.numbers() == std::vector<int>{1, 2});
    clock.advance(1ms);
    worker.drain();
    CHECK(attempts.numbers() == std::vector<int>{1, 2, 3});
    clock.advance(24h);
    worker.drain();
    CHECK(attempts.numbers() == std::vector<int>{1, 2, 3});
    CHECK(told.numbers() == std::vector<int>{5});
    CHECK(reason == "hết giấy");
    CHECK(counted(database).given_up == 1);
  });
}

TEST_CASE("a job that fails does not hold up its queue") {
  on_both_engines(modules(), [](db::Database& database) {
    platform::FixedClock clock(kNow);
    Log log;
    put(database, kNow, numbered(0, "account/1"));
    put(database, kNow, numbered(1, "account/1"));
    Worker worker(database, clock,
                  {{.kind = "count",
                    .work = [&](const Job& job) -> Result<db::Done> {
                      log.add(number_of(job));
                      if (number_of(job) == 0 && job.attempt == 1) throw std::runtime_error("once");
                      return db::Done{};
                    }}},
                  2);
    worker.drain();
    CHECK(log.numbers() == std::vector<int>{0, 1});
    clock.advance(10s);
    worker.drain();
    CHECK(log.numbers() == std::vector<int>{0, 1, 0});
  });
}

TEST_CASE("a rejection gives a job up at once") {
  on_both_engines(modules(), [](db::Database& database) {
    const platform::FixedClock clock(kNow);
    Log told;
    Worker worker(database, clock,
                  {{.kind = "count",
                    .work = [](const Job&) -> Result<db::Done> {
                      return reject(Code::DateUnreadable, {{"text", "x"}});
                    },
                    .given_up =
                        [&](const Job& job, const Rejection& why) {
                          CHECK(why.code == Code::DateUnreadable);
                          told.add(number_of(job));
                        }}},
                  1);
    put(database, kNow, numbered(3));
    worker.drain();
    CHECK(told.numbers() == std::vector<int>{3});
    CHECK(counted(database).given_up == 1);
  });
}

TEST_CASE("what a killed worker left is taken up again when its lease has run out, and the attempt counts") {
  on_both_engines(modules(), [](db::Database& database) {
    platform::FixedClock clock(kNow);
    Log attempts, told;
    put(database, kNow, numbered(1, "account/1"));
    put(database, kNow, numbered(2, "account/1"));
    run_sql(database,
            "UPDATE jobs SET state = 'running', attempts = 1, lease = 99, lease_until = $1 WHERE payload = '1'",
            {kNow + 600s});
    Worker worker(database, clock,
                  {{.kind = "count",
                    .attempts = 2,
                    .work = [&](const Job& job) -> Result<db::Done> {
                      attempts.add(number_of(job) * 10 + job.attempt);
                      return db::Done{};
                    }}},
                  2);
    worker.drain();
    CHECK(attempts.numbers().empty());  // its queue is held too
    clock.advance(600s);
    worker.drain();
    CHECK(attempts.numbers() == std::vector<int>{12, 21});
    CHECK(query_sql(database, "SELECT 1 FROM jobs").empty());
  });
}

TEST_CASE("a job that kills the program every time is given up without being tried again") {
  on_both_engines(modules(), [](db::Database& database) {
    const platform::FixedClock clock(kNow);
    Log attempts, told;
    put(database, kNow, numbered(1));
    run_sql(database, "UPDATE jobs SET state = 'running', attempts = 2, lease = 99, lease_until = $1", {kNow - 1s});
    Worker worker(database, clock,
                  {{.kind = "count",
                    .attempts = 2,
                    .work = [&](const Job& job) -> Result<db::Done> {
                      attempts.add(job.attempt);
                      return db::Done{};
                    },
                    .given_up = [&](const Job& job, const Rejection&) { told.add(job.attempt); }}},
                  1);
    worker.drain();
    CHECK(attempts.numbers().empty());
    CHECK(told.numbers().size() == 1);
    CHECK(counted(database).given_up == 1);
  });
}

TEST_CASE("a worker that was overtaken cannot finish the job of another") {
  on_both_engines(modules(), [](db::Database& database) {
    platform::FixedClock clock(kNow);
    Log log;
    put(database, kNow, numbered(1));
    {
      Worker slow(database, clock,
                  {{.kind = "count",
                    .work = [&](const Job&) -> Result<db::Done> {
                      run_sql(database, "UPDATE jobs SET lease = 99");  // another has taken it
                      log.add(1);
                      return db::Done{};
                    }}},
                  1);
      slow.drain();
    }
    CHECK(log.numbers().size() == 1);
    CHECK(counted(database).running == 1);
  });
}

TEST_CASE("a delayed job waits, and jobs of a kind that nobody does stay") {
  on_both_engines(modules(), [](db::Database& database) {
    platform::FixedClock clock(kNow);
    Log log;
    put(database, kNow, {"count", json::Value(1), "", 60s});
    put(database, kNow, {"unknown", json::Value(2), "", 0ms});
    Worker worker(database, clock,
                  {{.kind = "count",
                    .work = [&](const Job& job) -> Result<db::Done> {
                      log.add(number_of(job));
                      return db::Done{};
                    }}},
                  1);
    worker.drain();
    CHECK(log.numbers().empty());
    CHECK(counted(database).waiting == 2);
    clock.advance(60s);
    worker.drain();
    CHECK(log.numbers() == std::vector<int>{1});
    CHECK(counted(database).waiting == 1);
  });
}

TEST_CASE("a job of a transaction that is refused was never there; one that is committed wakes the worker") {
  on_both_engines(modules(), [](db::Database& database) {
    const platform::SystemClock clock;
    Log log;
    Worker worker(database, clock,
                  {{.kind = "count",
                    .work = [&](const Job& job) -> Result<db::Done> {
                      log.add(number_of(job));
                      return db::Done{};
                    }}},
                  1);
    const auto refused = database.write([&](db::Write& tx) -> Result<db::Done> {
      enqueue(tx, kTenant, clock.now(), numbered(1));
      return reject(Code::DateUnreadable, {{"text", "x"}});
    });
    CHECK_FALSE(refused.has_value());
    const auto started = std::chrono::steady_clock::now();
    const auto kept = database.write([&](db::Write& tx) -> Result<db::Done> {
      enqueue(tx, kTenant, clock.now(), numbered(2));
      tx.after_commit([&] { worker.wake(); });
      return db::Done{};
    });
    REQUIRE(kept.has_value());
    while (log.numbers().empty() && std::chrono::steady_clock::now() - started < 10s) std::this_thread::sleep_for(1ms);
    CHECK(log.numbers() == std::vector<int>{2});
  });
}
