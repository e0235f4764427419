// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "backup_engines.hpp"
#include "platform/files.hpp"
#include "postgres_connection.hpp"
#include "postgres_programs.hpp"

namespace haidang::db {
namespace {

namespace fs = std::filesystem;

constexpr Statement kSchema{"", "SELECT current_schema(), quote_ident(current_schema())"};
constexpr Statement kAnyTable{"", "SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace LIMIT 1"};

struct Target {
  std::string schema, quoted;
  bool is_empty = false;
  bool is_public() const { return schema == "public"; }
};

Target look_at(const std::string& location) {
  PostgresConnection connection(PostgresSettings{.location = location});
  const auto schema = connection.fetch(kSchema).rows;
  return {schema.front().text(0), schema.front().text(1), connection.fetch(kAnyTable).rows.empty()};
}

/// Reads all of an archive; a damaged one does not unpack.
Result<ProgramEnd> unpack(const fs::path& file, const std::string& into, const std::string& location) {
  return run_postgres_program("pg_restore", {"--no-owner", "--no-privileges", "--file", into, file.string()}, location);
}

Result<Done> ended_well(const Result<ProgramEnd>& end) {
  if (!end) return pass_on(end);
  if (!end->succeeded) return reject(Code::BackupFailed, {{"reason", end->errors}});
  return Done{};
}

}  // namespace

Result<Done> backup_postgres(const std::string& location, const fs::path& file) {
  const auto source = look_at(location);
  std::vector<std::string> arguments{"--format=custom", "--no-owner", "--no-privileges", "--file", file.string()};
  // Named, it would be created on restoring; but every database has a schema `public` already.
  if (!source.is_public()) arguments.push_back("--schema=" + source.quoted);
  if (const auto dumped = ended_well(run_postgres_program("pg_dump", arguments, location)); !dumped) return dumped;
  return ended_well(unpack(file, "/dev/null", location));
}

/// As one script in one transaction, because pg_restore by itself can replace only what the archive names.
Result<Done> restore_postgres(const std::string& location, const fs::path& file, Replace replace) {
  const auto target = look_at(location);
  if (!target.is_empty && replace == Replace::No) return reject(Code::DatabaseNotEmpty);
  const platform::TemporaryFolder folder;
  const auto before = (folder.path() / "before.sql").string(), script = (folder.path() / "restore.sql").string();
  const auto unpacked = unpack(file, script, location);
  if (!unpacked) return pass_on(unpacked);
  if (!unpacked->succeeded) return reject(Code::BackupUnreadable, {{"file", file.string()}}, unpacked->errors);
  std::ofstream(before) << "DROP SCHEMA IF EXISTS " << target.quoted << " CASCADE;\n"
                        << (target.is_public() ? "CREATE SCHEMA public;\n" : "");
  return ended_well(run_postgres_program(
      "psql",
      {"--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file", before, "--file", script},
      location));
}

}  // namespace haidang::db
