// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "db/schema.hpp"
#include "db/testing.hpp"

using namespace haidang::db;
using namespace haidang::db::testing;

namespace {

constexpr std::array kGood{Migration{"20260101_create_books", R"(
CREATE TABLE books (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  title TEXT NOT NULL,
  scan BYTEA,
  weight DOUBLE PRECISION,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, title)
);
CREATE INDEX books_by_weight ON books (tenant_id, weight, id);
CREATE UNIQUE INDEX scanned_books ON books (tenant_id, id) WHERE scan IS NOT NULL;
CREATE INDEX books_by_lower_title ON books (tenant_id, lower(title));
CREATE VIEW light_books_v1 AS SELECT tenant_id, id FROM books WHERE weight < 1;
)"}};
constexpr std::array kBad{Migration{"20260101_create_notes", R"(
CREATE TABLE notes (id INTEGER, text VARCHAR(9));
CREATE INDEX notes_by_text ON notes (text);
)"}};
constexpr std::array kKey{Migration{"20260101_create_keys", "CREATE TABLE keys (tenant_id BIGINT PRIMARY KEY);"}};

}  // namespace

TEST_CASE("a schema made of the one dialect is alike on both engines and keeps the rules") {
  const std::array modules{ModuleMigrations{"books", kGood}};
  CHECK(faults_of_schemas(modules).empty());
  on_both_engines(modules, [](Database& database) {
    const auto schema = schema_of(database);
    REQUIRE(schema.tables.size() == 2);
    const auto& books = schema.tables[0];
    CHECK(books.name == "books");
    CHECK(books.columns[3] == Column{"scan", ColumnType::Bytes, true});
    CHECK(books.columns[4] == Column{"weight", ColumnType::Double, true});
    CHECK(books.indexes.size() == 5);
    CHECK(std::ranges::count(books.indexes, std::string(), &Index::name) == 2);
    CHECK(std::ranges::find(books.indexes, Index{"scanned_books", true, false, true, {"tenant_id", "id"}}) !=
          books.indexes.end());
    REQUIRE(schema.views.size() == 1);
    CHECK(schema.views[0].columns == std::vector<std::string>{"tenant_id", "id"});
  });
}

TEST_CASE("what breaks the rules of the house is named") {
  const std::array modules{ModuleMigrations{"notes", kBad}};
  const auto faults = faults_of_schemas(modules);
  REQUIRE(faults.size() >= 4);
  CHECK(faults[0] == "notes: id another type");
  CHECK(faults[1] == "notes: text another type");
  CHECK(faults[2] == "notes: no primary key");
  CHECK(faults[3] == "notes: no tenant_id first in index notes_by_text (text)");
}

TEST_CASE("a key that may be null in one engine only is named") {
  const std::array modules{ModuleMigrations{"keys", kKey}};
  if (std::getenv("HAIDANG_TEST_POSTGRES") == nullptr) return;
  const auto faults = faults_of_schemas(modules);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0] == "keys: only left: tenant_id BIGINT");
  CHECK(faults[1] == "keys: only right: tenant_id BIGINT NOT NULL");
}
