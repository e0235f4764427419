// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <thread>

#include "db/testing.hpp"
#include "journal/journal.hpp"

using namespace haidang;
using namespace haidang::journal;
using db::testing::on_both_engines;
using db::testing::query_sql;
using db::testing::run_sql;

namespace {

constexpr TenantId kTenant{7}, kNeighbour{8};
constexpr Instant kNow{std::chrono::milliseconds(1'700'000'000'000)};

std::array<db::ModuleMigrations, 1> modules() {
  return {migrations()};
}

NewEvent renamed(int number) {
  return {"organisation_renamed", "organisation/" + std::to_string(number % 3),
          json::parse(R"({"to":"Phòng “Nội vụ”","from":{"b":2,"a":[1,{"d":4,"c":3}]},"number":)" +
                      std::to_string(number) + "}")
              .value()};
}

std::int64_t record_one(db::Database& database, TenantId tenant, int number) {
  const auto sequence =
      database.write([&](db::Write& tx) -> Result<std::int64_t> { return record(tx, tenant, kNow, renamed(number)); });
  REQUIRE(sequence.has_value());
  return *sequence;
}

std::optional<std::int64_t> broken_at(db::Database& database, TenantId tenant = kTenant) {
  return database.read([&](db::Read& tx) { return first_broken(tx, tenant); });
}

}  // namespace

TEST_CASE("events are kept in their order, with who and what, each tenant with a chain of its own") {
  on_both_engines(modules(), [](db::Database& database) {
    const Context context{Actor{kTenant, AccountId(5), "Lan", {}}, kNow, {}, Language::Vietnamese};
    const auto sequence =
        database.write([&](db::Write& tx) -> Result<std::int64_t> { return record(tx, context, renamed(1)); });
    CHECK(*sequence == 1);
    CHECK(record_one(database, kTenant, 4) == 2);
    CHECK(record_one(database, kNeighbour, 1) == 1);
    const auto events = database.read([](db::Read& tx) { return events_of(tx, kTenant, "organisation/1"); });
    REQUIRE(events.size() == 2);
    CHECK(events[0].by == AccountId(5));
    CHECK(events[0].kind == "organisation_renamed");
    CHECK(events[0].at == kNow);
    CHECK(events[0].body.at("to").as_string() == "Phòng “Nội vụ”");
    CHECK_FALSE(events[1].by.has_value());
    CHECK(events[1].body.at("number").as_int64() == 4);
    CHECK(events[1].hash.size() == 64);
    CHECK(broken_at(database) == std::nullopt);
    CHECK(broken_at(database, kNeighbour) == std::nullopt);
  });
}

TEST_CASE("the same fact has the same hash, however it was put together") {
  on_both_engines(modules(), [](db::Database& database) {
    std::vector<std::string> hashes;
    for (const auto* body : {R"({"a":1,"b":{"c":2,"d":3}})", R"({"b":{"d":3,"c":2},"a":1})"}) {
      const TenantId tenant(100);
      const auto done = database.write([&](db::Write& tx) -> Result<db::Done> {
        record(tx, tenant, kNow, {"made", "thing/1", json::parse(body).value()});
        return db::Done{};
      });
      REQUIRE(done.has_value());
      hashes.push_back(database.read([&](db::Read& tx) { return events_of(tx, tenant, "thing/1").front().hash; }));
      run_sql(database, "DELETE FROM journal_events");
    }
    CHECK(hashes[0] == hashes[1]);
  });
}

TEST_CASE("whatever is changed, removed or put in by hand is found") {
  constexpr std::array kTampering{
      std::pair{"UPDATE journal_events SET body = '{}' WHERE sequence = 1200", 1200},
      std::pair{"UPDATE journal_events SET account_id = 9 WHERE sequence = 3", 3},
      std::pair{"UPDATE journal_events SET happened_at = happened_at + 1 WHERE sequence = 1", 1},
      std::pair{"UPDATE journal_events SET subject = 'organisation/9' WHERE sequence = 1001", 1001},
      std::pair{"DELETE FROM journal_events WHERE sequence = 1000", 1000},
      std::pair{"UPDATE journal_events SET hash = '0' WHERE sequence = 1201", 1201},
  };
  on_both_engines(modules(), [&](db::Database& database) {
    const auto fill = [&] {
      run_sql(database, "DELETE FROM journal_events");
      const auto done = database.write([&](db::Write& tx) -> Result<db::Done> {
        for (int number = 0; number < 1201; ++number) record(tx, kTenant, kNow, renamed(number));
        return db::Done{};
      });
      REQUIRE(done.has_value());
    };
    for (const auto& [statement, expected] : kTampering) {
      fill();
      REQUIRE(broken_at(database) == std::nullopt);
      run_sql(database, statement);
      CHECK(broken_at(database) == expected);
    }
  });
}

TEST_CASE("many writers leave one chain without gaps") {
  on_both_engines(modules(), [](db::Database& database) {
    constexpr int kThreads = 8, kEach = 50;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
      threads.emplace_back([&, thread] {
        for (int number = 0; number < kEach; ++number) {
          const auto done = database.write([&](db::Write& tx) -> Result<db::Done> {
            record(tx, kTenant, kNow, renamed(thread * kEach + number));
            if (number % 7 == 0) return reject(Code::DateUnreadable);  // leaves no gap either
            return db::Done{};
          });
          (void)done;
        }
      });
    for (auto& thread : threads) thread.join();
    CHECK(broken_at(database) == std::nullopt);
    const auto rows = query_sql(database, "SELECT COUNT(*), MIN(sequence), MAX(sequence) FROM journal_events");
    CHECK(rows.front().integer(0) == kThreads * (kEach - 8));
    CHECK(rows.front().integer(1) == 1);
    CHECK(rows.front().integer(2) == kThreads * (kEach - 8));
  });
}
