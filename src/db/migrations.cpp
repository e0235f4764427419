// SPDX-License-Identifier: Apache-2.0
#include "db/migrations.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "platform/clock.hpp"
#include "sql.hpp"

namespace haidang::db {
namespace {

using Applied = std::set<std::pair<std::string, std::string>>;  // module, name

constexpr Statement kTableInSqlite{"", "SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'"};
constexpr Statement kTableInPostgres{"", "SELECT 1 WHERE to_regclass('schema_migrations') IS NOT NULL"};

Applied applied_migrations(Read& tx, Engine engine) {
  Applied applied;
  if (tx.query(engine == Engine::SQLite ? kTableInSqlite : kTableInPostgres).empty()) return applied;
  for (const auto row : tx.query(sql::kListMigrations)) applied.emplace(row.text(0), row.text(1));
  return applied;
}

Result<std::vector<MigrationStatus>> compare(const Applied& applied, std::span<const ModuleMigrations> modules) {
  std::vector<MigrationStatus> all;
  std::size_t known = 0;
  for (const auto& [module, migrations] : modules)
    for (const auto& migration : migrations) {
      const bool is_applied = applied.contains({std::string(module), migration.name});
      known += is_applied ? 1 : 0;
      all.push_back({std::string(module), migration.name, is_applied});
    }
  if (known == applied.size()) return all;
  for (const auto& [module, name] : applied) {
    const auto same = [&](const MigrationStatus& status) { return status.module == module && status.name == name; };
    if (std::ranges::none_of(all, same)) return reject(Code::DatabaseNewer, {{"migration", module + "/" + name}});
  }
  return all;
}

/// Statements are parted by ";" at the end of a line.
void run_script(Write& tx, std::string_view text) {
  std::string statement;
  const auto run = [&] {
    const auto begins = statement.find_first_not_of(" \t\n");
    if (begins != std::string::npos) tx.execute({"", statement.c_str()});
    statement.clear();
  };
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (const auto first = line.find_first_not_of(" \t");
        first == std::string_view::npos || line.substr(first).starts_with("--"))
      continue;
    const bool ends = line.ends_with(';');
    if (ends) line.remove_suffix(1);
    statement.append(line).push_back('\n');
    if (ends) run();
  }
  run();
}

struct Step {
  std::string_view module;
  Migration migration;
};

std::vector<Step> steps_of(std::span<const ModuleMigrations> modules) {
  std::vector<Step> steps;
  for (const auto& [module, migrations] : modules)
    for (const auto& migration : migrations) steps.push_back({module, migration});
  return steps;
}

/// False when another program has run it in the meantime.
bool run_step(Write& tx, Engine engine, const Step& step) {
  run_script(tx, sql::kCreateMigrations.text);
  if (applied_migrations(tx, engine).contains({std::string(step.module), step.migration.name})) return false;
  run_script(tx, step.migration.text);
  tx.execute(sql::kInsertMigration, {step.module, step.migration.name, platform::SystemClock().now()});
  return true;
}

Result<std::vector<std::string>> try_all(Database& database, std::span<const Step> pending) {
  std::vector<std::string> names;
  const auto undone = database.write([&](Write& tx) -> Result<Done> {
    names.clear();
    for (const auto& step : pending)
      if (run_step(tx, database.engine(), step)) names.emplace_back(step.migration.name);
    applied_migrations(tx, database.engine());  // what was sent is certain to have run
    return reject(Code::DatabaseNewer);         // any rejection undoes it all
  });
  return undone ? Result<std::vector<std::string>>() : names;
}

}  // namespace

Result<std::vector<MigrationStatus>> migration_status(Database& database, std::span<const ModuleMigrations> modules) {
  const auto applied = database.read([&](Read& tx) { return applied_migrations(tx, database.engine()); });
  return compare(applied, modules);
}

Result<std::vector<std::string>> migrate(Database& database, std::span<const ModuleMigrations> modules,
                                         DryRun dry_run) {
  const auto status = migration_status(database, modules);
  if (!status) return pass_on(status);
  auto pending = steps_of(modules);
  for (std::size_t index = pending.size(); index-- > 0;)
    if ((*status)[index].applied) pending.erase(pending.begin() + static_cast<std::ptrdiff_t>(index));
  if (dry_run == DryRun::Yes) return try_all(database, pending);
  std::vector<std::string> ran;
  for (const auto& step : pending) {
    bool is_new = false;
    const auto done = database.write([&](Write& tx) -> Result<Done> {
      is_new = run_step(tx, database.engine(), step);
      return Done{};
    });
    if (!done) return pass_on(done);
    if (is_new) ran.emplace_back(step.migration.name);
  }
  return ran;
}

}  // namespace haidang::db
