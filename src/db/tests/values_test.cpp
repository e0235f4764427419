// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <limits>

#include "base/ensure.hpp"
#include "db/testing.hpp"

using namespace haidang;
using namespace haidang::db;
using namespace haidang::db::testing;

namespace {

constexpr Migration kShelf{"20260101_create_shelf", R"(
-- A shelf of everything.
CREATE TABLE shelf (
  tenant_id BIGINT NOT NULL,
  id BIGINT NOT NULL,
  number BIGINT,
  label TEXT,
  content BYTEA,
  weight DOUBLE PRECISION,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX shelf_by_label ON shelf (tenant_id, label);
)"};
constexpr std::array kSteps{kShelf};
constexpr std::array kModules{ModuleMigrations{"shelf", kSteps}};

constexpr Statement kPut{
    "put", "INSERT INTO shelf (tenant_id, id, number, label, content, weight) VALUES (1, $1, $2, $3, $4, $5)"};
constexpr Statement kGet{"get", "SELECT number, label, content, weight FROM shelf WHERE tenant_id = 1 AND id = $1"};

void put(Database& database, std::int64_t id, Value number, Value label, Value content, Value weight) {
  const auto done = database.write([&](Write& tx) -> Result<Done> {
    tx.execute(kPut, {id, number, label, content, weight});
    return Done{};
  });
  REQUIRE(done.has_value());
}

}  // namespace

TEST_CASE("what is stored is read back unchanged") {
  on_both_engines(kModules, [](Database& database) {
    std::string all_bytes;
    for (int byte = 0; byte < 256; ++byte) all_bytes.push_back(static_cast<char>(byte));
    const std::string sentence = "Ủy ban nhân dân quận Đồ Sơn – “khẩn”\n\\x41 '";
    put(database, 1, std::numeric_limits<std::int64_t>::max(), sentence, Bytes{all_bytes}, 0.1);
    put(database, 2, std::numeric_limits<std::int64_t>::min(), "", Bytes{""}, -1e300);
    put(database, 3, nullptr, nullptr, nullptr, nullptr);
    put(database, 4, true, std::string(100'000, 'x'), Bytes{std::string(1 << 20, '\0')}, 3.0);
    database.read([&](Read& tx) {
      const auto first = tx.query(kGet, {1});
      CHECK(first.front().integer(0) == std::numeric_limits<std::int64_t>::max());
      CHECK(first.front().text(1) == sentence);
      CHECK(first.front().bytes(2) == all_bytes);
      CHECK(first.front().number(3) == 0.1);
      const auto second = tx.query(kGet, {2});
      CHECK(second.front().integer(0) == std::numeric_limits<std::int64_t>::min());
      CHECK(second.front().text(1).empty());
      CHECK(second.front().bytes(2).empty());
      CHECK(second.front().number(3) == -1e300);
      const auto third = tx.query(kGet, {3});
      for (std::size_t column = 0; column < 4; ++column) CHECK(third.front().is_null(column));
      CHECK(third.front().text_if(1) == std::nullopt);
      const auto fourth = tx.query(kGet, {4});
      CHECK(fourth.front().truth(0));
      CHECK(fourth.front().text(1).size() == 100'000);
      CHECK(fourth.front().bytes(2) == std::string(1 << 20, '\0'));
      CHECK(fourth.front().number(3) == 3.0);
      CHECK(tx.query(kGet, {5}).empty());
    });
  });
}

TEST_CASE("dates, moments and ids are stored as what they are") {
  on_both_engines(kModules, [](Database& database) {
    const Instant moment{std::chrono::milliseconds(1'657'269'600'123)};
    const LocalDate day = std::chrono::year(2022) / 7 / 8;
    put(database, 1, moment, day, nullptr, nullptr);
    database.read([&](Read& tx) {
      const auto rows = tx.query(kGet, {1});
      CHECK(rows.front().instant(0) == moment);
      CHECK(rows.front().date(1) == day);
      CHECK(rows.front().text(1) == "2022-07-08");
      CHECK(rows.front().id<Id<struct AnyTag>>(0).value() == 1'657'269'600'123);
      CHECK_THROWS_AS((void)rows.front().integer(1), Bug);
      CHECK_THROWS_AS((void)rows.front().text(4), Bug);
    });
  });
}

TEST_CASE("text is ordered by its bytes") {
  on_both_engines(kModules, [](Database& database) {
    const std::vector<std::string> in_order{"", "A", "B", "_", "a", "b", "Ä", "Đ", "đ", "ế"};
    for (std::size_t index = in_order.size(); index-- > 0;)
      put(database, static_cast<std::int64_t>(index), 0, in_order[index], nullptr, nullptr);
    std::vector<std::string> found;
    for (const auto row : query_sql(database, "SELECT label FROM shelf ORDER BY label")) found.push_back(row.text(0));
    CHECK(found == in_order);
    CHECK(query_sql(database, "SELECT 1 FROM shelf WHERE label > 'Z' AND label < 'a'").size() == 1);
  });
}

TEST_CASE("sums, counts, averages and truths have the same types on both engines") {
  on_both_engines(kModules, [](Database& database) {
    put(database, 1, 1, "a", nullptr, 0.5);
    put(database, 2, 2, "b", nullptr, 0.25);
    const auto rows =
        query_sql(database, "SELECT SUM(number), COUNT(*), AVG(number), SUM(weight), MAX(label), 1 < 2 FROM shelf");
    CHECK(rows.front().integer(0) == 3);
    CHECK(rows.front().integer(1) == 2);
    CHECK(rows.front().number(2) == 1.5);
    CHECK(rows.front().number(3) == 0.75);
    CHECK(rows.front().text(4) == "b");
    CHECK(rows.front().truth(5));
  });
}

TEST_CASE("a place that is no database is refused in words") {
  for (const auto* location : {"", "sqlite:", "mysql://x", "postgresql://[", "haidang.db"}) {
    const auto opened = open_database({.location = location});
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == Code::DatabaseLocationUnreadable);
  }
  const auto secret = open_database({.location = "mysql://me:geheim@host/x"});
  CHECK(secret.error().parameters.front().second.find("geheim") == std::string::npos);
}

TEST_CASE("a server that is not there is unavailable, not a crash") {
  CHECK_THROWS_AS((void)open_database({.location = "postgresql:///x?host=/nowhere"}), Unavailable);
  CHECK_THROWS_AS((void)open_database({.location = "sqlite:/nowhere/at/all/x.db"}), Unavailable);
}
