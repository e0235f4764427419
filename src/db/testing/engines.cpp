// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/ensure.hpp"
#include "db/testing.hpp"
#include "platform/clock.hpp"
#include "platform/files.hpp"
#include "platform/new_id.hpp"

namespace haidang::db::testing {
namespace {

std::unique_ptr<Database> open(const Settings& settings) {
  auto database = open_database(settings);
  ensure(database.has_value(), "the test database can be opened");
  return std::move(*database);
}

void run(const std::string& location, std::span<const ModuleMigrations> migrations,
         const std::function<void(Database&)>& test) {
  const auto database = open({.location = location});
  const auto ran = migrate(*database, migrations);
  ensure(ran.has_value(), "the migrations run on an empty database");
  test(*database);
}

/// A schema that goes away with this object.
class TemporarySchema {
 public:
  explicit TemporarySchema(std::string cluster)
      : cluster_(std::move(cluster)),
        name_("test_" + std::to_string(platform::new_id_number(platform::SystemClock().now()))) {
    run_sql(*open({.location = cluster_, .readers = 1}), "CREATE SCHEMA " + name_);
  }
  ~TemporarySchema() {
    try {
      run_sql(*open({.location = cluster_, .readers = 1}), "DROP SCHEMA " + name_ + " CASCADE");
    } catch (const std::exception& error) {
      std::fprintf(stderr, "a test schema is left behind: %s\n", error.what());
    }
  }
  TemporarySchema(const TemporarySchema&) = delete;
  TemporarySchema& operator=(const TemporarySchema&) = delete;
  std::string location() const {
    return cluster_ + (cluster_.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + name_;
  }

 private:
  const std::string cluster_, name_;
};

}  // namespace

void on_both_locations(const std::function<void(const std::string& location)>& test) {
  {
    const platform::TemporaryFolder folder;
    test("sqlite:" + (folder.path() / "test.db").string());
  }
  const char* cluster = std::getenv("HAIDANG_TEST_POSTGRES");
  if (cluster == nullptr || *cluster == '\0') {
    static std::atomic_flag told;
    if (!told.test_and_set())
      std::fprintf(stderr, "PostgreSQL is left out: HAIDANG_TEST_POSTGRES is not set (ctest sets it).\n");
    return;
  }
  const TemporarySchema schema(cluster);
  test(schema.location());
}

void on_both_engines(std::span<const ModuleMigrations> migrations, const std::function<void(Database&)>& test) {
  on_both_locations([&](const std::string& location) { run(location, migrations, test); });
}

void run_sql(Database& database, const std::string& text, const std::vector<Value>& parameters) {
  const auto done = database.write([&](Write& tx) -> Result<Done> {
    tx.execute({"", text.c_str()}, parameters);
    return Done{};
  });
  ensure(done.has_value(), "it rejects nothing");
}

Rows query_sql(Database& database, const std::string& text, const std::vector<Value>& parameters) {
  return database.read([&](Read& tx) { return tx.query({"", text.c_str()}, parameters); });
}

}  // namespace haidang::db::testing
