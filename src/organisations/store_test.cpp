// SPDX-License-Identifier: Apache-2.0
#include "organisations/store.hpp"

#include <doctest/doctest.h>

#include <array>

#include "db/testing.hpp"
#include "journal/journal.hpp"
#include "organisations/packs.hpp"
#include "tests/act_building.hpp"

namespace haidang::organisations {

using namespace testing;
using db::testing::on_both_engines;
using db::testing::query_sql;

namespace {

constexpr TenantId kTenant{7}, kNeighbour{8};
constexpr Instant kMoment{std::chrono::milliseconds(1'700'000'000'000)};
const Recording kProgram{.tenant = kTenant, .by = std::nullopt, .now = kMoment};

std::array<db::ModuleMigrations, 2> modules() {
  return {journal::migrations(), migrations()};
}

void begin(db::Database& database, TenantId tenant = kTenant, const char* today = "2022-07-08") {
  const auto made = database.write([&](db::Write& transaction) -> Result<db::Done> {
    ensure_tenant(transaction, {tenant, "Hải Phòng"}, day(today));
    return db::Done{};
  });
  REQUIRE(made.has_value());
}

Result<History> record(db::Database& database, Directory& directory, const RecordedAct& act) {
  return database.write([&](db::Write& transaction) {
    return record_acts(transaction, kProgram, *directory.history(transaction, kTenant), {act.act});
  });
}

std::shared_ptr<const History> known(db::Database& database, Directory& directory, TenantId tenant = kTenant) {
  return database.read([&](db::Read& read) { return directory.history(read, tenant); });
}

/// Everything in the tables made from the acts.
std::string dump(db::Database& database) {
  std::string text;
  const auto add = [&](const char* sql) {
    for (const auto row : query_sql(database, sql)) text += row.text(0) + '\n';
  };
  add("SELECT organisation_id || '|' || name || '|' || kind || '|' || COALESCE(code, '-') || '|' || "
      "COALESCE(CAST(parent_id AS TEXT), '-') || '|' || begins_on || '|' || COALESCE(ends_on, '-') || '|' || "
      "answerer_id || '|' || verified FROM organisations ORDER BY 1");
  add("SELECT organisation_id || '|' || valid_from || '|' || name FROM organisation_names ORDER BY 1");
  add("SELECT organisation_id || '|' || valid_from || '|' || COALESCE(CAST(parent_id AS TEXT), '-') "
      "FROM organisation_parents ORDER BY 1");
  add("SELECT organisation_id || '|' || successor_id || '|' || since || '|' || answers FROM organisation_successors "
      "ORDER BY 1");
  add("SELECT organisation_id || '|' || ancestor_id FROM organisation_ancestors ORDER BY 1");
  add("SELECT reorganisation_id || '|' || sequence || '|' || body FROM reorganisations ORDER BY 1");
  return text;
}

std::vector<std::int64_t> ancestors(db::Database& database, OrganisationId id) {
  std::vector<std::int64_t> found;
  for (const auto row : query_sql(database,
                                  "SELECT ancestor_id FROM organisation_ancestors_v1 WHERE tenant_id = $1 AND "
                                  "organisation_id = $2 ORDER BY ancestor_id",
                                  {kTenant, id}))
    found.push_back(row.integer(0));
  return found;
}

RecordedAct beginnings() {
  return act("2022-01-01", {created(org(1), "Thành phố", OrganisationKind::Province),
                            created(org(2), "Huyện Một", OrganisationKind::RuralDistrict, org(1)),
                            created(org(3), "Xã Ba", OrganisationKind::Commune, org(2)),
                            created(org(4), "Xã Bốn", OrganisationKind::Commune, org(2))});
}

}  // namespace

TEST_CASE("an act is kept in the journal and told to whoever asks next") {
  on_both_engines(modules(), [](db::Database& database) {
    Directory directory;
    begin(database);
    CHECK(known(database, directory)->lives().empty());
    REQUIRE(record(database, directory, beginnings()).has_value());
    const auto first = known(database, directory);
    CHECK(first->lives().size() == 4);
    CHECK(known(database, directory) == first);  // the same one, until something changes
    REQUIRE(record(database, directory, act("2024-01-01", {merged({org(3)}, org(4))})).has_value());
    CHECK(known(database, directory)->answers_for(org(3), day("2024-01-01")) == org(4));
    CHECK(first->find(org(3))->exists_on(day("2024-01-01")));  // what was held stays as it was
    CHECK(known(database, directory, kNeighbour)->lives().empty());
    const auto events =
        database.read([](db::Read& read) { return journal::events_of(read, kTenant, "organisations"); });
    CHECK(events.size() == 2);
  });
}

TEST_CASE("an act that is refused leaves nothing behind") {
  on_both_engines(modules(), [](db::Database& database) {
    Directory directory;
    begin(database);
    REQUIRE(record(database, directory, beginnings()).has_value());
    const std::string before = dump(database);
    const auto refused = record(database, directory, act("2024-01-01", {closed({org(2)}, org(3))}));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == Code::AnswererWithin);
    CHECK(dump(database) == before);
  });
}

TEST_CASE("tables that followed every act equal tables made anew from the journal") {
  on_both_engines(modules(), [](db::Database& database) {
    Directory directory;
    begin(database);
    REQUIRE(record(database, directory, beginnings()).has_value());
    std::mt19937 random(11);
    for (int accepted = 0; accepted < 15;) {
      if (record(database, directory, random_act(random, *known(database, directory)))) ++accepted;
    }
    const std::string followed = dump(database);
    const auto rebuilt = database.write([](db::Write& transaction) -> Result<db::Done> {
      rebuild(transaction, kTenant);
      return db::Done{};
    });
    REQUIRE(rebuilt.has_value());
    CHECK(dump(database) == followed);
    CHECK(followed.size() > 1000);
  });
}

TEST_CASE("the published ancestors are those of the present day, and what has ended stands below its answerer") {
  on_both_engines(modules(), [](db::Database& database) {
    Directory directory;
    begin(database);
    REQUIRE(record(database, directory, beginnings()).has_value());
    REQUIRE(record(database, directory,
                   act("2025-07-01", {created(org(5), "Xã Mới", OrganisationKind::Commune, org(1)),
                                      merged({org(3), org(4)}, org(5)), closed({org(2)}, org(1))}))
                .has_value());
    CHECK(ancestors(database, org(3)) == std::vector<std::int64_t>{1, 2, 3});
    CHECK(ancestors(database, org(5)) == std::vector<std::int64_t>{1, 5});
    advance_structure(database, directory, day("2025-07-01"));
    CHECK(ancestors(database, org(3)) == std::vector<std::int64_t>{1, 3, 5});
    CHECK(ancestors(database, org(2)) == std::vector<std::int64_t>{1, 2});
    CHECK(ancestors(database, org(5)) == std::vector<std::int64_t>{1, 5});
  });
}

TEST_CASE("a pack is loaded once, whatever was loaded before") {
  on_both_engines(modules(), [](db::Database& database) {
    Directory directory;
    begin(database);
    const auto load = [&] {
      return database.write(
          [&](db::Write& transaction) { return load_pack(transaction, directory, kProgram, "haiphong"); });
    };
    CHECK(load().value() == 7);
    const auto history = known(database, directory);
    CHECK(history->existing_on(day("2022-07-08")).size() > 500);
    CHECK(load().value() == 0);
    CHECK(known(database, directory) == history);
    const auto same = database.read([](db::Read& read) { return load_history(read, kTenant); });
    CHECK(same.lives().size() == history->lives().size());
    CHECK(database.read([](db::Read& read) { return journal::first_broken(read, kTenant); }) == std::nullopt);
  });
}

}  // namespace haidang::organisations
