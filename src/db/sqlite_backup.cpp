// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include <memory>

#include "backup_engines.hpp"
#include "sqlite_connection.hpp"

namespace haidang::db {
namespace {

namespace fs = std::filesystem;

constexpr Statement kCopy{"", "VACUUM INTO $1"};
constexpr Statement kAnyTable{"", "SELECT 1 FROM sqlite_master LIMIT 1"};

struct Closer {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Closer>;

/// A backup is opened without being changed, not even by a log beside it.
Handle open_backup(const fs::path& file) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr);
  Handle opened(handle);
  return code == SQLITE_OK ? std::move(opened) : nullptr;
}

bool is_intact(sqlite3* backup) {
  std::string answer;
  const auto note = [](void* to, int, char** values, char**) {
    static_cast<std::string*>(to)->append(values[0] == nullptr ? "" : values[0]);
    return 0;
  };
  const bool checked = sqlite3_exec(backup, "PRAGMA integrity_check", note, &answer, nullptr) == SQLITE_OK;
  int tables = 0;
  const auto count = [](void* to, int, char**, char**) { return ++*static_cast<int*>(to), 0; };
  const bool listed = sqlite3_exec(backup, "SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'", count,
                                   &tables, nullptr) == SQLITE_OK;
  return checked && answer == "ok" && listed && tables == 1;
}

}  // namespace

Result<Done> backup_sqlite(const std::string& path, const fs::path& file) {
  if (!fs::exists(path)) throw Unavailable(Unavailable::Reason::Connection, "there is no SQLite file to back up");
  SqliteConnection source({.path = path}, SqliteConnection::Use::Writing);
  try {
    source.change(kCopy, {file.string()});  // one read transaction: writers go on beside it
  } catch (const std::exception& error) {
    return reject(Code::BackupFailed, {{"reason", error.what()}});
  }
  const auto copy = open_backup(file);
  if (!copy || !is_intact(copy.get())) return reject(Code::BackupUnreadable, {{"file", file.string()}});
  return Done{};
}

Result<Done> restore_sqlite(const std::string& path, const fs::path& file, Replace replace) {
  const auto source = open_backup(file);
  if (!source || !is_intact(source.get())) return reject(Code::BackupUnreadable, {{"file", file.string()}});
  {
    SqliteConnection target({.path = path}, SqliteConnection::Use::Writing);
    if (replace == Replace::No && !target.query(kAnyTable, {}).empty()) return reject(Code::DatabaseNotEmpty);
  }
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const Handle target(opened);
  auto* copying = code == SQLITE_OK ? sqlite3_backup_init(target.get(), "main", source.get(), "main") : nullptr;
  sqlite3_busy_timeout(target.get(), 5'000);
  const int copied = copying == nullptr ? SQLITE_ERROR : sqlite3_backup_step(copying, -1);  // one transaction
  if (copied != SQLITE_DONE || sqlite3_backup_finish(copying) != SQLITE_OK)
    return reject(Code::BackupFailed, {{"reason", sqlite3_errmsg(target.get())}});
  return Done{};
}

}  // namespace haidang::db
