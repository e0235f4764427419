// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "location.hpp"
#include "postgres_database.hpp"
#include "sqlite_database.hpp"

namespace haidang::db {

Result<Location> parse_location(std::string_view text) {
  constexpr std::string_view kSqlite = "sqlite:", kPostgres = "postgresql://", kPostgresShort = "postgres://";
  if (text.starts_with(kSqlite) && text.size() > kSqlite.size())
    return Location{Engine::SQLite, std::string(text.substr(kSqlite.size()))};
  if (text.starts_with(kPostgres) || text.starts_with(kPostgresShort)) {
    char* problem = nullptr;
    auto* options = PQconninfoParse(std::string(text).c_str(), &problem);
    const bool understood = options != nullptr;
    PQconninfoFree(options);
    PQfreemem(problem);
    if (understood) return Location{Engine::PostgreSQL, std::string(text)};
  }
  return reject(Code::DatabaseLocationUnreadable, {{"location", without_password(text)}});
}

std::string without_password(std::string_view location) {
  const auto at = location.rfind('@');
  const auto colon = location.find(':', location.find("://") == std::string_view::npos ? 0 : location.find("://") + 3);
  if (at == std::string_view::npos || colon == std::string_view::npos || colon > at) return std::string(location);
  return std::string(location.substr(0, colon)) + ":…" + std::string(location.substr(at));
}

Result<std::unique_ptr<Database>> open_database(const Settings& settings) {
  const auto location = parse_location(settings.location);
  if (!location) return pass_on(location);
  if (location->engine == Engine::SQLite)
    return std::make_unique<SqliteDatabase>(SqliteSettings{location->place, settings.patience}, settings.readers);
  auto database =
      std::make_unique<PostgresDatabase>(PostgresSettings{location->place, settings.patience}, settings.readers);
  if (const auto suitable = database->check_collation(); !suitable) return pass_on(suitable);
  return database;
}

}  // namespace haidang::db
