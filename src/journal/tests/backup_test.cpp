// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "db/backup.hpp"
#include "db/testing.hpp"
#include "journal/journal.hpp"
#include "platform/files.hpp"

using namespace haidang;
using db::testing::on_both_locations;
using db::testing::query_sql;
using namespace std::chrono_literals;

namespace {

constexpr TenantId kTenant{1};

std::unique_ptr<db::Database> open(const std::string& location) {
  return std::move(db::open_database({.location = location}).value());
}

std::array<db::ModuleMigrations, 1> modules() {
  return {journal::migrations()};
}

void record(db::Database& database) {
  const auto done = database.write([](db::Write& tx) -> Result<db::Done> {
    journal::record(tx, kTenant, Instant(1ms), {"counted", "thing/1", json::Value("đếm")});
    return db::Done{};
  });
  REQUIRE(done.has_value());
}

std::int64_t chain_length(db::Database& database) {
  CHECK(database.read([](db::Read& tx) { return journal::first_broken(tx, kTenant); }) == std::nullopt);
  return query_sql(database, "SELECT COUNT(*) FROM journal_events").front().integer(0);
}

}  // namespace

TEST_CASE("a backup taken while writes go on holds one moment, and is restored as it was") {
  on_both_locations([](const std::string& location) {
    const platform::TemporaryFolder folder;
    const auto file = folder.path() / "backup";
    const auto database = open(location);
    REQUIRE(db::migrate(*database, modules()).has_value());
    for (int i = 0; i < 200; ++i) record(*database);
    std::atomic<bool> stop = false;
    std::atomic<std::int64_t> acknowledged = 200;
    std::array<std::thread, 3> writers;
    for (auto& writer : writers)
      writer = std::thread([&] {
        while (!stop) {
          record(*database);
          ++acknowledged;
        }
      });
    const auto before = acknowledged.load();
    const auto done = db::backup({.location = location}, file);
    const auto after = acknowledged.load() + static_cast<std::int64_t>(writers.size());
    stop = true;
    for (auto& writer : writers) writer.join();
    REQUIRE(done.has_value());
    CHECK_FALSE(std::filesystem::exists(file.string() + ".partial"));

    const auto refused = db::restore({.location = location}, file);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == Code::DatabaseNotEmpty);
    CHECK(chain_length(*database) == acknowledged);

    REQUIRE(db::restore({.location = location}, file, db::Replace::Yes).has_value());
    const auto restored = open(location);
    const auto length = chain_length(*restored);
    CHECK(length >= before);
    CHECK(length <= after);
    CHECK(db::migrate(*restored, modules()).value().empty());
    record(*restored);
    CHECK(chain_length(*restored) == length + 1);
  });
}

TEST_CASE("a backup goes into an empty database without being asked twice") {
  on_both_locations([](const std::string& location) {
    const platform::TemporaryFolder folder;
    const auto file = folder.path() / "backup";
    {
      const auto database = open(location);
      REQUIRE(db::migrate(*database, modules()).has_value());
      record(*database);
    }
    REQUIRE(db::backup({.location = location}, file).has_value());
    auto target = "sqlite:" + (folder.path() / "new.db").string();
    if (!location.starts_with("sqlite:")) {
      target = location;
      db::testing::run_sql(*open(location), "DROP TABLE journal_events");
      db::testing::run_sql(*open(location), "DROP TABLE schema_migrations");
    }
    REQUIRE(db::restore({.location = target}, file).has_value());
    CHECK(chain_length(*open(target)) == 1);
  });
}

TEST_CASE("an older backup is not overwritten, and a damaged one changes nothing") {
  on_both_locations([](const std::string& location) {
    const platform::TemporaryFolder folder;
    const auto file = folder.path() / "backup";
    const auto database = open(location);
    REQUIRE(db::migrate(*database, modules()).has_value());
    for (int i = 0; i < 100; ++i) record(*database);
    REQUIRE(db::backup({.location = location}, file).has_value());
    const auto again = db::backup({.location = location}, file);
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code == Code::BackupExists);
    const auto nowhere = db::backup({.location = location}, folder.path() / "no" / "folder");
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().code == Code::BackupFailed);

    const auto size = std::filesystem::file_size(file);
    std::filesystem::resize_file(file, size / 2);
    std::ofstream(folder.path() / "text") << "no backup";
    for (const auto& bad : {file, folder.path() / "text", folder.path() / "missing"}) {
      const auto refused = db::restore({.location = location}, bad, db::Replace::Yes);
      REQUIRE_FALSE(refused.has_value());
      CHECK(refused.error().code == Code::BackupUnreadable);
    }
    CHECK(chain_length(*database) == 100);
  });
}
