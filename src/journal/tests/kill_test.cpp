// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <random>
#include <thread>

#include "base/ensure.hpp"
#include "db/testing.hpp"
#include "journal/journal.hpp"

using namespace haidang;
using namespace std::chrono_literals;

namespace {

constexpr TenantId kTenant{1};
constexpr int kKills = 50;

/// Each entry has two halves, an event in the journal, and is counted in a row that every entry changes.
constexpr std::array kEntries{db::Migration{"20260101_create_entries", R"(
CREATE TABLE halves (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, half BIGINT NOT NULL, PRIMARY KEY (tenant_id, id, half));
CREATE TABLE totals (tenant_id BIGINT NOT NULL, number BIGINT NOT NULL, PRIMARY KEY (tenant_id));
INSERT INTO totals (tenant_id, number) VALUES (1, 0);
)"}};
constexpr db::Statement kHalf{"half", "INSERT INTO halves (tenant_id, id, half) VALUES (1, $1, $2)"};
constexpr db::Statement kTotal{"total", "SELECT number FROM totals WHERE tenant_id = 1"};
constexpr db::Statement kCount{"count", "UPDATE totals SET number = $1 WHERE tenant_id = 1"};
constexpr db::Statement kFind{"find", "SELECT COUNT(*) FROM halves WHERE tenant_id = 1 AND id = $1"};
constexpr db::Statement kSums{"sums",
                              "SELECT (SELECT COUNT(*) FROM halves), (SELECT COUNT(DISTINCT id) FROM halves), "
                              "(SELECT COUNT(*) FROM journal_events), (SELECT number FROM totals)"};

std::unique_ptr<db::Database> open(const std::string& location) {
  return std::move(db::open_database({.location = location}).value());
}

void write_entry(db::Database& database, std::int64_t id) {
  const auto done = database.write([&](db::Write& tx) -> Result<db::Done> {
    tx.execute(kHalf, {id, 1});
    const auto total = tx.query(kTotal).front().integer(0);
    journal::record(tx, kTenant, Instant(1ms), {"entry_made", "entry/1", json::Value(id)});
    tx.execute(kHalf, {id, 2});
    tx.execute(kCount, {total + 1});
    return db::Done{};
  });
  ensure(done.has_value(), "it rejects nothing");
}

/// Writes from several threads until it is killed, and tells each entry that was acknowledged.
[[noreturn]] void write_for_ever(const std::string& location, std::int64_t round, int told) {
  const auto database = open(location);
  std::atomic<std::int64_t> next = round * 1'000'000;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 6; ++thread)
    threads.emplace_back([&] {
      for (;;) {
        const auto id = next++;
        write_entry(*database, id);
        if (write(told, &id, sizeof id) != sizeof id) _exit(1);
      }
    });
  threads.front().join();
  _exit(1);
}

/// What the child has told, until it is dead and the pipe is empty.
class Acknowledged {
 public:
  explicit Acknowledged(int pipe) : pipe_(pipe) {}
  /// False at the end.
  bool listen(std::chrono::steady_clock::time_point until) {
    for (;;) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
      if (left <= 0) return true;
      pollfd waiting{pipe_, POLLIN, 0};
      if (poll(&waiting, 1, static_cast<int>(left)) <= 0) continue;
      std::array<std::int64_t, 512> some{};
      const auto size = read(pipe_, some.data(), sizeof some);
      if (size <= 0) return false;
      ids.insert(ids.end(), some.begin(), some.begin() + size / static_cast<ssize_t>(sizeof some[0]));
      if (!first_told_) until = std::chrono::steady_clock::now() + after_first;
      first_told_ = true;
    }
  }
  std::vector<std::int64_t> ids;
  std::chrono::microseconds after_first{0};

 private:
  int pipe_;
  bool first_told_ = false;
};

std::vector<std::int64_t> write_until_killed(const std::string& location, int round, std::mt19937& random) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const auto child = fork();
  if (child == 0) {
    close(ends[0]);
    try {
      write_for_ever(location, round, ends[1]);
    } catch (...) {
      _exit(2);
    }
  }
  close(ends[1]);
  Acknowledged acknowledged(ends[0]);
  acknowledged.after_first = std::chrono::microseconds(random() % 60'000);
  CHECK(acknowledged.listen(std::chrono::steady_clock::now() + 20s));  // false: it ended by itself
  kill(child, SIGKILL);
  acknowledged.listen(std::chrono::steady_clock::now() + 20s);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  close(ends[0]);
  return acknowledged.ids;
}

void check_all_there(db::Database& database, const std::vector<std::int64_t>& acknowledged, bool with_chain) {
  database.read([&](db::Read& tx) {
    std::size_t whole = 0;
    for (const auto id : acknowledged) whole += tx.query(kFind, {id}).front().integer(0) == 2 ? 1 : 0;
    CHECK(whole == acknowledged.size());
    const auto sums = tx.query(kSums);
    const auto entries = sums.front().integer(1);
    CHECK(sums.front().integer(0) == entries * 2);
    CHECK(sums.front().integer(2) == entries);
    CHECK(sums.front().integer(3) == entries);
    if (with_chain) CHECK(journal::first_broken(tx, kTenant) == std::nullopt);
  });
}

}  // namespace

TEST_CASE("a program that is killed while it writes has lost nothing acknowledged and leaves nothing half written") {
  db::testing::on_both_locations([](const std::string& location) {
    const std::array modules{db::ModuleMigrations{"entries", kEntries}, journal::migrations()};
    REQUIRE(db::migrate(*open(location), modules).has_value());
    std::mt19937 random(50);
    std::size_t acknowledged = 0;
    for (int round = 1; round <= kKills; ++round) {
      const auto ids = write_until_killed(location, round, random);
      acknowledged += ids.size();
      check_all_there(*open(location), ids, round % 10 == 0);
    }
    CHECK(acknowledged > kKills);
    const auto database = open(location);
    if (database->engine() == db::Engine::SQLite)
      CHECK(db::testing::query_sql(*database, "PRAGMA integrity_check").front().text(0) == "ok");
    MESSAGE(kKills << " kills, " << acknowledged << " acknowledged writes, none lost");
  });
}
