// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <set>
#include <thread>

#include "db/testing.hpp"

using namespace haidang;
using namespace haidang::db;
using namespace haidang::db::testing;
using namespace std::chrono_literals;
using Reason = Unavailable::Reason;

namespace {

constexpr std::array kTable{
    Migration{"20260101_create_notes",
              "CREATE TABLE notes (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (tenant_id, id));"}};
constexpr std::array kModules{ModuleMigrations{"notes", kTable}};
constexpr Statement kInsert{"insert", "INSERT INTO notes (tenant_id, id) VALUES (1, $1)"};
constexpr Statement kCount{"count", "SELECT COUNT(*) FROM notes"};

/// A cluster of its own, to be stopped without harming other tests.
class Cluster {
 public:
  Cluster() : folder_("/tmp/haidang-faults-" + std::to_string(getpid())) { REQUIRE(run("start")); }
  ~Cluster() { run("remove"); }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;
  bool run(const std::string& command) const {
    return std::system(("tools/postgres.sh " + command + " " + folder_ + " >/dev/null").c_str()) == 0;
  }
  bool stop_at_once() const {
    return std::system(("STOP_MODE=immediate tools/postgres.sh stop " + folder_ + " >/dev/null").c_str()) == 0;
  }
  std::string location() const { return "postgresql:///haidang?host=" + folder_ + "&user=postgres"; }

 private:
  const std::string folder_;
};

std::optional<Reason> insert(Database& database, std::int64_t id) {
  try {
    const auto done = database.write([&](Write& tx) -> Result<Done> {
      tx.query(kCount);
      tx.execute(kInsert, {id});
      return Done{};
    });
    REQUIRE(done.has_value());
    return std::nullopt;
  } catch (const Unavailable& error) {
    return error.reason();
  }
}

std::set<std::int64_t> ids(Database& database) {
  std::set<std::int64_t> found;
  for (const auto row : query_sql(database, "SELECT id FROM notes")) found.insert(row.integer(0));
  return found;
}

bool works_within(Database& database, std::int64_t id, std::chrono::seconds span) {
  for (const auto until = std::chrono::steady_clock::now() + span; std::chrono::steady_clock::now() < until;) {
    if (!insert(database, id)) return true;
    std::this_thread::sleep_for(10ms);
  }
  return false;
}

/// Threads that write and read all the time and remember what was acknowledged.
class Load {
 public:
  explicit Load(Database& database, std::int64_t first) {
    for (std::size_t thread = 0; thread < kept_.size(); ++thread)
      threads_.emplace_back([this, thread, first, &database] {
        for (std::int64_t i = 0; !stop_; ++i) {
          const auto id = first + static_cast<std::int64_t>(thread) * 100'000 + i;
          const auto began = std::chrono::steady_clock::now();
          const auto refused = insert(database, id);
          if (!refused) kept_[thread].insert(id);
          if (refused && *refused != Reason::Connection && *refused != Reason::TimeOut) ++strange_;
          if (std::chrono::steady_clock::now() - began > 8s) ++slow_;
          if (refused) std::this_thread::sleep_for(2ms);
          try {
            database.read([](Read& tx) { tx.query(kCount); });
          } catch (const Unavailable&) {
            ++reads_refused_;
          }
        }
      });
  }
  std::set<std::int64_t> end() {
    stop_ = true;
    for (auto& thread : threads_) thread.join();
    CHECK(strange_ == 0);
    CHECK(slow_ == 0);
    std::set<std::int64_t> all;
    for (const auto& some : kept_) all.insert(some.begin(), some.end());
    return all;
  }

 private:
  std::atomic<bool> stop_ = false;
  std::atomic<int> strange_ = 0, slow_ = 0, reads_refused_ = 0;
  std::array<std::set<std::int64_t>, 5> kept_;
  std::vector<std::thread> threads_;
};

}  // namespace

TEST_CASE(
    "a PostgreSQL that goes away and comes back is told while it lasts, loses nothing, and needs no restart of ours") {
  if (std::getenv("HAIDANG_TEST_POSTGRES") == nullptr) return;
  const Cluster cluster;
  const auto database = std::move(open_database({.location = cluster.location()}).value());
  REQUIRE(migrate(*database, kModules).has_value());

  std::set<std::int64_t> kept;
  std::int64_t first = 1'000'000;
  for (const bool at_once : {false, true}) {
    Load load(*database, first);
    std::this_thread::sleep_for(300ms);
    REQUIRE((at_once ? cluster.stop_at_once() : cluster.run("stop")));
    const auto began = std::chrono::steady_clock::now();
    CHECK(insert(*database, 1) == Reason::Connection);
    CHECK(std::chrono::steady_clock::now() - began < 1s);
    CHECK_THROWS_AS((void)ids(*database), Unavailable);
    REQUIRE(cluster.run("start"));
    CHECK(works_within(*database, first - 1, 10s));
    kept.insert(first - 1);
    std::this_thread::sleep_for(300ms);
    kept.merge(load.end());
    first += 1'000'000;
    const auto found = ids(*database);
    CHECK(std::includes(found.begin(), found.end(), kept.begin(), kept.end()));
    CHECK_FALSE(found.contains(1));
  }

  SUBCASE("idle connections that died with the server are not noticed by anybody") {
    CHECK(ids(*database).size() >= kept.size());
    REQUIRE(cluster.run("stop"));
    REQUIRE(cluster.run("start"));
    CHECK(insert(*database, 2) == std::nullopt);
    CHECK(ids(*database).contains(2));
  }
  SUBCASE("a server that only lets us read says so, and is written to again when it may") {
    run_sql(*database, "ALTER DATABASE haidang SET default_transaction_read_only = on");
    const auto reader = std::move(open_database({.location = cluster.location()}).value());
    CHECK(insert(*reader, 3) == Reason::ReadOnly);
    CHECK(ids(*reader).size() >= kept.size());
    const auto allowed = database->write([](Write& tx) -> Result<Done> {
      tx.execute({"", "ALTER DATABASE haidang SET default_transaction_read_only = off"});
      return Done{};
    });
    REQUIRE(allowed.has_value());
    CHECK(insert(*reader, 4) == std::nullopt);
  }
}

TEST_CASE("a program that hangs in the middle of a write holds up the others for a while only") {
  on_both_locations([](const std::string& location) {
    if (location.starts_with("sqlite:")) return;
    const auto hanging = std::move(open_database({.location = location, .patience = 100ms}).value());
    const auto waiting = std::move(open_database({.location = location, .patience = 100ms}).value());
    REQUIRE(migrate(*waiting, kModules).has_value());
    std::atomic<bool> inside = false;
    std::optional<Reason> told;
    std::thread hangs([&] {
      try {
        (void)hanging->write([&](Write& tx) -> Result<Done> {
          tx.query(kCount);
          if (!inside.exchange(true)) std::this_thread::sleep_for(1s);
          tx.execute(kInsert, {1});
          tx.query(kCount);
          return Done{};
        });
      } catch (const Unavailable& error) {
        told = error.reason();
      }
    });
    while (!inside) std::this_thread::yield();
    CHECK(insert(*waiting, 2) == Reason::TimeOut);
    std::this_thread::sleep_for(600ms);
    CHECK(insert(*waiting, 3) == std::nullopt);  // the server has thrown the other out
    hangs.join();
    CHECK(ids(*waiting) == std::set<std::int64_t>{1, 3});  // it came back, ran again, and was not lost
    CHECK_FALSE(told.has_value());
  });
}
