// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace haidang::db {

/// One step of the schema: "20261123_create_organisations", several statements parted by ";" at the end of a line.
/// Never edited after release.
struct Migration {
  const char* name;
  const char* text;
};

/// The migrations of one module, in order (`haidang_sql` makes `sql::migrations()` from migrations/*.sql).
struct ModuleMigrations {
  std::string_view module;
  std::span<const Migration> migrations;
};

struct MigrationStatus {
  std::string module, name;
  bool applied = false;
};

/// Applied and pending migrations, in the order in which they run: by module as given, then by name.
/// Rejects DatabaseNewer when the database holds one that this program does not know.
Result<std::vector<MigrationStatus>> migration_status(Database&, std::span<const ModuleMigrations>);

/// Runs what is pending, under a lock (a second program waits), each in its own transaction. Returns the names that
/// ran. Rejects DatabaseNewer. `DryRun::Yes` runs them all and undoes them.
enum class DryRun { No, Yes };
Result<std::vector<std::string>> migrate(Database&, std::span<const ModuleMigrations>, DryRun = DryRun::No);

}  // namespace haidang::db
