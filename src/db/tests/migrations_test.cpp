// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <thread>

#include "base/ensure.hpp"
#include "db/testing.hpp"

using namespace haidang;
using namespace haidang::db;
using namespace haidang::db::testing;

namespace {

constexpr std::array kBooks{Migration{"20260101_create_books",
                                      "-- why\nCREATE TABLE books (id BIGINT NOT NULL);\n"
                                      "INSERT INTO books VALUES (1);\n"},
                            Migration{"20260102_add_title",
                                      "ALTER TABLE books ADD COLUMN title TEXT;\n"
                                      "UPDATE books SET title = 'a;b';\n"}};
// Named before the books: modules run in the order given, not by the dates of their steps.
constexpr std::array kReaders{
    Migration{"20250101_create_readers", "CREATE TABLE readers AS SELECT id, title FROM books;"}};
constexpr std::array kModules{ModuleMigrations{"books", kBooks}, ModuleMigrations{"readers", kReaders}};

std::unique_ptr<Database> open(const std::string& location) {
  return std::move(open_database({.location = location}).value());
}

}  // namespace

TEST_CASE("migrations run once, module by module, in the order of their names") {
  on_both_engines({}, [](Database& database) {
    const auto before = migration_status(database, kModules);
    REQUIRE(before.has_value());
    CHECK(before->size() == 3);
    CHECK_FALSE((*before)[0].applied);
    const auto first = migrate(database, std::span(kModules).first(1));
    CHECK(first.value() == std::vector<std::string>{"20260101_create_books", "20260102_add_title"});
    CHECK(migrate(database, kModules).value() == std::vector<std::string>{"20250101_create_readers"});
    CHECK(migrate(database, kModules).value().empty());
    CHECK(query_sql(database, "SELECT title FROM readers").front().text(0) == "a;b");
    const auto after = migration_status(database, kModules).value();
    CHECK(after[2].module == "readers");
    CHECK(after[2].applied);
  });
}

TEST_CASE("a dry run tries everything and leaves nothing") {
  on_both_engines({}, [](Database& database) {
    CHECK(migrate(database, kModules, DryRun::Yes).value().size() == 3);
    CHECK_FALSE(migration_status(database, kModules).value()[0].applied);
    CHECK_THROWS_AS((void)query_sql(database, "SELECT * FROM books"), Bug);
    CHECK(migrate(database, kModules).value().size() == 3);
    CHECK(migrate(database, kModules, DryRun::Yes).value().empty());
  });
}

TEST_CASE("a step that fails leaves those before it, and nothing of itself") {
  static constexpr std::array kBroken{
      kBooks[0], Migration{"20260103_break", "CREATE TABLE half (id BIGINT);\nINSERT INTO nowhere VALUES (1);\n"}};
  const std::array kOne{ModuleMigrations{"books", kBroken}};
  on_both_engines({}, [&](Database& database) {
    CHECK_THROWS_AS((void)migrate(database, kOne, DryRun::Yes), Bug);
    CHECK_FALSE(migration_status(database, kOne).value()[0].applied);
    CHECK_THROWS_AS((void)migrate(database, kOne), Bug);
    CHECK(query_sql(database, "SELECT id FROM books").size() == 1);
    CHECK_THROWS_AS((void)query_sql(database, "SELECT id FROM half"), Bug);
    CHECK_FALSE(migration_status(database, kOne).value()[1].applied);
  });
}

TEST_CASE("a database of a newer program is refused") {
  on_both_engines(kModules, [](Database& database) {
    const auto older = std::span(kModules).first(1);
    for (const auto& refused : {migrate(database, older).error(), migration_status(database, older).error()}) {
      CHECK(refused.code == Code::DatabaseNewer);
      CHECK(refused.parameters.front().second == "readers/20250101_create_readers");
    }
  });
}

TEST_CASE("two programs that start together run each step once") {
  on_both_locations([](const std::string& location) {
    std::array<std::size_t, 4> ran{};
    std::vector<std::thread> programs;
    for (auto& count : ran) programs.emplace_back([&] { count = migrate(*open(location), kModules).value().size(); });
    for (auto& program : programs) program.join();
    CHECK(ran[0] + ran[1] + ran[2] + ran[3] == 3);
    CHECK(query_sql(*open(location), "SELECT id FROM books").size() == 1);
  });
}

TEST_CASE("a PostgreSQL database that orders text by a language is refused") {
  on_both_locations([](const std::string& location) {
    if (location.starts_with("sqlite:")) return;
    const auto name = "latin_" + location.substr(location.rfind('_') + 1);
    const auto database = open(location);
    // CREATE DATABASE does not run inside a transaction, so the program psql does it.
    const auto cluster = location.substr(0, location.find("&options"));
    const auto create = "psql -q '" + cluster + "' -c \"CREATE DATABASE " + name +
                        " TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'\" 2>&1";
    if (std::system(create.c_str()) != 0) return;
    auto other = cluster;
    other.replace(other.find("/haidang?") + 1, 7, name);
    const auto refused = open_database({.location = other});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == Code::DatabaseCollationUnsuitable);
    CHECK(std::system(("psql -q '" + cluster + "' -c 'DROP DATABASE " + name + "'").c_str()) == 0);
  });
}
