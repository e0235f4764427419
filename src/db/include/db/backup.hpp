// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "db/database.hpp"

/// Backups are made while the program works, and hold one moment: everything acknowledged before, nothing half done.
/// SQLite: one file, itself a database. PostgreSQL: an archive of pg_dump, whose programs must be installed.
namespace haidang::db {

/// Writes a new file and checks it before it gets its name. Rejects BackupExists, BackupFailed, BackupProgramMissing,
/// DatabaseLocationUnreadable; throws Unavailable when the database cannot be reached.
Result<Done> backup(const Settings&, const std::filesystem::path& file);

/// Puts the content of a backup into a database, wholly or not at all. With `Replace::Yes` what was there before is
/// gone, so the program should not run meanwhile. Rejects DatabaseNotEmpty, BackupUnreadable, BackupFailed,
/// BackupProgramMissing, DatabaseLocationUnreadable.
enum class Replace { No, Yes };
Result<Done> restore(const Settings&, const std::filesystem::path& file, Replace = Replace::No);

}  // namespace haidang::db
