// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "db/testing.hpp"
#include "identity/role_pack.hpp"
#include "identity/testing.hpp"
#include "modules.hpp"
#include "organisations/packs.hpp"
#include "organisations/store.hpp"
#include "platform/files.hpp"
#include "wiring.hpp"

namespace haidang::app {
namespace {

constexpr TenantId kTenant{1};
constexpr const char* kPermissionTable = "src/app/tests/permissions.golden";

/// The whole program upon an empty database, with the organisations of Hải Phòng; nothing is listening.
std::unique_ptr<Wiring> program_on(const std::string& location, const std::filesystem::path& data) {
  ProgramSettings settings;
  settings.database = location;
  settings.data = data;
  auto wiring = Wiring::build(settings);
  REQUIRE(wiring);
  auto& program = **wiring;
  REQUIRE(db::migrate(*program.database, all_migrations()));
  const auto loaded = program.database->write([&](db::Write& transaction) -> Result<int> {
    organisations::ensure_tenant(transaction, {kTenant, "Hải Phòng"}, program.clock.today());
    return organisations::load_pack(transaction, program.directory,
                                    {.tenant = kTenant, .by = std::nullopt, .now = program.clock.now()}, "haiphong");
  });
  REQUIRE(loaded);
  organisations::advance_structure(*program.database, program.directory, program.clock.today());
  identity::store_roles(*program.database, kTenant, identity::built_in_roles());
  return std::move(*wiring);
}

/// An organisation of today without a parent, and one below it.
std::pair<OrganisationId, OrganisationId> root_and_below(db::Database& database) {
  const auto rows = db::testing::query_sql(
      database,
      "SELECT a.ancestor_id, MIN(a.organisation_id) FROM organisation_ancestors_v1 a "
      "WHERE a.organisation_id <> a.ancestor_id GROUP BY a.ancestor_id ORDER BY COUNT(*) DESC LIMIT 1");
  return {rows.front().id<OrganisationId>(0), rows.front().id<OrganisationId>(1)};
}

std::string content_of(const char* file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

TEST_CASE("the tables of all modules are the same on both engines, and every key begins with the tenant") {
  CHECK(db::testing::faults_of_schemas(all_migrations()) == std::vector<std::string>{});
}

TEST_CASE("every route of the program answers every role, at the top and below, as the table says") {
  db::testing::on_both_locations([](const std::string& location) {
    const platform::TemporaryFolder folder;
    const auto program = program_on(location, folder.path());
    const auto [root, below] = root_and_below(*program->database);
    const auto now = program->clock.now();
    const auto visitors = identity::testing::one_of_each_role(*program->database, kTenant, root, below, now);
    const auto table = identity::testing::permission_table(program->router, program->identity.gate(), visitors, now);
    if (std::getenv("ACCEPT")) std::ofstream(kPermissionTable) << table;
    CHECK(table == content_of(kPermissionTable));
  });
}

}  // namespace
}  // namespace haidang::app
