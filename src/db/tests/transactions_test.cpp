// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <latch>
#include <random>
#include <set>
#include <thread>

#include "base/ensure.hpp"
#include "db/testing.hpp"

using namespace haidang;
using namespace haidang::db;
using namespace haidang::db::testing;

namespace {

constexpr Migration kCards{"20260101_create_cards", R"(
CREATE TABLE cards (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  loans BIGINT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  CHECK (loans >= 0)
);
CREATE TABLE loans (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  card_id BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, card_id) REFERENCES cards (tenant_id, id) DEFERRABLE INITIALLY DEFERRED
);
)"};
constexpr std::array kSteps{kCards};
constexpr std::array kModules{ModuleMigrations{"library", kSteps}};

constexpr Statement kInsert{"insert", "INSERT INTO cards (tenant_id, id, loans, version) VALUES (1, $1, $2, 0)"};
constexpr Statement kFind{"find", "SELECT loans, version FROM cards WHERE tenant_id = 1 AND id = $1"};
constexpr Statement kUpdate{
    "update", "UPDATE cards SET loans = $2, version = version + 1 WHERE tenant_id = 1 AND id = $1 AND version = $3"};
constexpr Statement kSet{"set", "UPDATE cards SET loans = $2 WHERE tenant_id = 1 AND id = $1"};
constexpr Statement kLend{"lend", "INSERT INTO loans (tenant_id, id, card_id) VALUES (1, $1, $2)"};
constexpr Statement kAll{"all", "SELECT id FROM cards ORDER BY id"};

Result<Done> insert(Database& database, std::int64_t id, std::int64_t loans = 0) {
  return database.write([&](Write& tx) -> Result<Done> {
    tx.execute(kInsert, {id, loans});
    return Done{};
  });
}

std::set<std::int64_t> ids(Database& database) {
  std::set<std::int64_t> found;
  database.read([&](Read& tx) {
    for (const auto row : tx.query(kAll)) found.insert(row.integer(0));
  });
  return found;
}

/// Lets `count` calls of write() meet in one group: the first holds the writer until all others are queued.
void together(Database& database, int count, const std::function<void(int)>& call) {
  std::atomic<int> queued = 0;
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    (void)database.write([&](Write&) -> Result<Done> {
      while (queued < count) std::this_thread::yield();
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      return Done{};
    });
  });
  for (int index = 0; index < count; ++index)
    threads.emplace_back([&, index] {
      ++queued;
      call(index);
    });
  for (auto& thread : threads) thread.join();
}

}  // namespace

TEST_CASE("a function that is refused leaves nothing, whatever it wrote before") {
  on_both_engines(kModules, [](Database& database) {
    bool told = false;
    const auto refused = database.write([&](Write& tx) -> Result<Done> {
      tx.after_commit([&] { told = true; });
      tx.execute(kInsert, {1, 0});
      CHECK(tx.query(kFind, {1}).size() == 1);
      CHECK(tx.change(kSet, {1, 5}) == 1);
      tx.execute(kInsert, {2, 0});
      return reject(Code::DateUnreadable, {{"text", "x"}});
    });
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == Code::DateUnreadable);
    CHECK(ids(database).empty());
    CHECK_FALSE(told);
  });
}

TEST_CASE("a function that throws leaves nothing, and its caller is thrown the exception") {
  on_both_engines(kModules, [](Database& database) {
    bool told = false;
    const auto throwing = [&] {
      (void)database.write([&](Write& tx) -> Result<Done> {
        tx.after_commit([&] { told = true; });
        tx.execute(kInsert, {1, 0});
        throw std::out_of_range("mine");
      });
    };
    CHECK_THROWS_WITH_AS(throwing(), "mine", std::out_of_range);
    CHECK(ids(database).empty());
    CHECK_FALSE(told);
    REQUIRE(insert(database, 1).has_value());
    CHECK(ids(database) == std::set<std::int64_t>{1});
  });
}

TEST_CASE("a broken constraint is the exception of whoever broke it") {
  on_both_engines(kModules, [](Database& database) {
    REQUIRE(insert(database, 1).has_value());
    CHECK_THROWS_AS((void)insert(database, 1), ConstraintBroken);      // primary key
    CHECK_THROWS_AS((void)insert(database, 2, -1), ConstraintBroken);  // check
    const auto lend_to_nobody = [&] {
      (void)database.write([](Write& tx) -> Result<Done> {
        tx.execute(kLend, {1, 99});
        return Done{};
      });
    };
    CHECK_THROWS_AS(lend_to_nobody(), ConstraintBroken);  // foreign key, checked at the commit
    CHECK(ids(database) == std::set<std::int64_t>{1});
    CHECK(insert(database, 3).has_value());
  });
}

TEST_CASE("a wrong statement is our bug, and the database goes on working") {
  on_both_engines(kModules, [](Database& database) {
    CHECK_THROWS_AS(run_sql(database, "INSERT INTO nowhere VALUES (1)"), Bug);
    CHECK_THROWS_AS((void)query_sql(database, "SELECT x FROM cards"), Bug);
    CHECK_THROWS_AS((void)query_sql(database, "SELECT id FROM cards WHERE id = $1"), Bug);
    CHECK(insert(database, 1).has_value());
    CHECK(ids(database).size() == 1);
  });
}

TEST_CASE("a function that swallows what the database threw is not committed in part") {
  on_both_engines(kModules, [](Database& database) {
    REQUIRE(insert(database, 1).has_value());
    const auto swallowing = [&] {
      (void)database.write([](Write& tx) -> Result<Done> {
        tx.execute(kInsert, {2, 0});
        try {
          tx.change(kInsert, {1, 0});
        } catch (const std::exception&) {
        }
        return Done{};
      });
    };
    CHECK_THROWS_AS(swallowing(), ConstraintBroken);
    CHECK(ids(database) == std::set<std::int64_t>{1});
  });
}

TEST_CASE("in a group each function has its own outcome") {
  on_both_engines(kModules, [](Database& database) {
    constexpr int kCount = 24;
    std::array<std::string, kCount> outcomes;
    REQUIRE(insert(database, 1'000).has_value());
    std::atomic<int> told = 0;
    together(database, kCount, [&](int index) {
      try {
        const auto done = database.write([&](Write& tx) -> Result<Done> {
          tx.after_commit([&] { ++told; });
          tx.execute(kInsert, {index, 0});
          if (index % 6 == 1) return reject(Code::DateUnreadable, {{"text", "x"}});
          if (index % 6 == 2) throw std::out_of_range("mine");
          if (index % 6 == 3) tx.execute(kInsert, {1'000, 0});
          if (index % 6 == 4) tx.execute(kLend, {index, 99});
          return Done{};
        });
        outcomes[static_cast<std::size_t>(index)] = done ? "kept" : "refused";
      } catch (const std::out_of_range&) {
        outcomes[static_cast<std::size_t>(index)] = "thrown";
      } catch (const ConstraintBroken&) {
        outcomes[static_cast<std::size_t>(index)] = "broken";
      }
    });
    constexpr std::array kExpected{"kept", "refused", "thrown", "broken", "broken", "kept"};
    std::set<std::int64_t> kept{1'000};
    for (int index = 0; index < kCount; ++index) {
      CHECK(outcomes[static_cast<std::size_t>(index)] == kExpected[static_cast<std::size_t>(index % 6)]);
      if (index % 6 == 0 || index % 6 == 5) kept.insert(index);
    }
    CHECK(ids(database) == kept);
    CHECK(told == kCount / 3);
  });
}

TEST_CASE("a read sees one moment, however long it lasts") {
  on_both_engines(kModules, [](Database& database) {
    REQUIRE(insert(database, 1).has_value());
    database.read([&](Read& tx) {
      CHECK(tx.query(kAll).size() == 1);
      std::thread([&] { REQUIRE(insert(database, 2).has_value()); }).join();
      CHECK(tx.query(kAll).size() == 1);
    });
    CHECK(ids(database).size() == 2);
  });
}

TEST_CASE("what is told after the commit can be read by others") {
  on_both_engines(kModules, [](Database& database) {
    std::size_t seen_inside = 9, seen_after = 0;
    const auto done = database.write([&](Write& tx) -> Result<Done> {
      tx.execute(kInsert, {1, 0});
      tx.after_commit([&] { seen_after = ids(database).size(); });
      std::thread([&] { seen_inside = ids(database).size(); }).join();
      return Done{};
    });
    REQUIRE(done.has_value());
    CHECK(seen_inside == 0);
    CHECK(seen_after == 1);
  });
}

TEST_CASE("many threads that read and then write lose no increment") {
  on_both_engines(kModules, [](Database& database) {
    constexpr int kThreads = 8, kEach = 60;
    REQUIRE(insert(database, 1).has_value());
    REQUIRE(insert(database, 2).has_value());
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
      threads.emplace_back([&] {
        for (int i = 0; i < kEach; ++i) {
          const auto done = database.write([](Write& tx) -> Result<Done> {
            const auto first = tx.query(kFind, {1});
            tx.execute(kSet, {1, first.front().integer(0) + 1});
            const auto second = tx.query(kFind, {2});
            const auto changed = tx.change(kUpdate, {2, second.front().integer(0) + 1, second.front().integer(1)});
            ensure(changed == 1, "nobody comes in between");
            return Done{};
          });
          REQUIRE(done.has_value());
        }
      });
    for (auto& thread : threads) thread.join();
    database.read([&](Read& tx) {
      CHECK(tx.query(kFind, {1}).front().integer(0) == kThreads * kEach);
      CHECK(tx.query(kFind, {2}).front().integer(0) == kThreads * kEach);
    });
  });
}

TEST_CASE("several programs on one database lose no increment, and no check of one is outdated by another") {
  on_both_locations([](const std::string& location) {
    constexpr int kPrograms = 3, kThreads = 3, kEach = 25;
    std::vector<std::unique_ptr<Database>> programs;
    for (int program = 0; program < kPrograms; ++program)
      programs.push_back(std::move(open_database({.location = location}).value()));
    REQUIRE(migrate(*programs[0], kModules).has_value());
    REQUIRE(insert(*programs[0], 0, 0).has_value());
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kPrograms * kThreads; ++thread)
      threads.emplace_back([&, thread] {
        auto& database = *programs[static_cast<std::size_t>(thread % kPrograms)];
        for (int i = 0; i < kEach; ++i) {
          const auto done = database.write([&](Write& tx) -> Result<Done> {
            const auto count = tx.query({"count", "SELECT COUNT(*) FROM cards"}).front().integer(0);
            const auto loans = tx.query(kFind, {0}).front().integer(0);
            ensure(count == loans + 1, "as many cards as were counted");  // would break under write skew
            tx.execute(kInsert, {count, 0});
            tx.execute(kSet, {0, loans + 1});
            return Done{};
          });
          REQUIRE(done.has_value());
        }
      });
    for (auto& thread : threads) thread.join();
    CHECK(ids(*programs[1]).size() == kPrograms * kThreads * kEach + 1);
  });
}

TEST_CASE("random commands in groups end as if they had run one after the other") {
  on_both_engines(kModules, [](Database& database) {
    constexpr int kThreads = 6, kEach = 40;
    for (int id = 0; id < 5; ++id) REQUIRE(insert(database, id, 10).has_value());
    std::vector<std::thread> threads;
    std::atomic<int> moved = 0;
    for (int thread = 0; thread < kThreads; ++thread)
      threads.emplace_back([&, thread] {
        std::mt19937 random(static_cast<unsigned>(thread));
        for (int i = 0; i < kEach; ++i) {
          const std::int64_t from = random() % 5, to = (from + 1 + random() % 4) % 5;
          const auto amount = static_cast<std::int64_t>(random() % 8);
          const bool checks_first = random() % 2 == 0;
          try {
            const auto done = database.write([&](Write& tx) -> Result<Done> {
              const auto has = tx.query(kFind, {from}).front().integer(0);
              if (checks_first && has < amount) return reject(Code::DateUnreadable, {{"text", "x"}});
              tx.execute(kSet, {to, tx.query(kFind, {to}).front().integer(0) + amount});
              tx.execute(kSet, {from, has - amount});  // the check constraint refuses what is below zero
              return Done{};
            });
            if (done) ++moved;
          } catch (const ConstraintBroken&) {
          }
        }
      });
    for (auto& thread : threads) thread.join();
    const auto rows = query_sql(database, "SELECT SUM(loans), MIN(loans) FROM cards");
    CHECK(rows.front().integer(0) == 50);
    CHECK(rows.front().integer(1) >= 0);
    CHECK(moved > 0);
  });
}

TEST_CASE("a write inside a write is a bug that is found at once") {
  on_both_engines(kModules, [](Database& database) {
    const auto nested = [&] { (void)database.write([&](Write&) -> Result<Done> { return insert(database, 1); }); };
    CHECK_THROWS_AS(nested(), Bug);
  });
}

TEST_CASE("hundreds of statements in one function are committed together") {
  on_both_engines(kModules, [](Database& database) {
    const auto done = database.write([](Write& tx) -> Result<Done> {
      for (int id = 0; id < 3'000; ++id) tx.execute(kInsert, {id, 0});
      return Done{};
    });
    REQUIRE(done.has_value());
    CHECK(ids(database).size() == 3'000);
    CHECK_THROWS_AS((void)database.write([](Write& tx) -> Result<Done> {
      for (int id = 3'000; id < 4'000; ++id) tx.execute(kInsert, {id == 3'500 ? 0 : id, 0});
      return Done{};
    }),
                    ConstraintBroken);
    CHECK(ids(database).size() == 3'000);
  });
}

TEST_CASE("a serialisation failure is tried again") {
  on_both_engines(kModules, [](Database& database) {
    if (database.engine() == Engine::SQLite) return;
    run_sql(database, "CREATE SEQUENCE tries");
    run_sql(database, R"(
      CREATE FUNCTION fail_twice() RETURNS BIGINT LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('tries') < 3 THEN RAISE EXCEPTION 'try again' USING ERRCODE = '40001'; END IF;
        RETURN 1;
      END $$)");
    int runs = 0;
    const auto done = database.write([&](Write& tx) -> Result<Done> {
      ++runs;
      tx.execute(kInsert, {runs, 0});
      tx.query({"fail_twice", "SELECT fail_twice()"});
      return Done{};
    });
    REQUIRE(done.has_value());
    CHECK(runs == 3);
    CHECK(ids(database) == std::set<std::int64_t>{3});
  });
}
