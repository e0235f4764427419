// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "db/backup.hpp"

namespace haidang::db {

// What each engine does. `backup_*` writes `file`, which does not exist, and checks it; it need not tidy up after a
// failure.
Result<Done> backup_sqlite(const std::string& path, const std::filesystem::path& file);
Result<Done> restore_sqlite(const std::string& path, const std::filesystem::path& file, Replace);
Result<Done> backup_postgres(const std::string& location, const std::filesystem::path& file);
Result<Done> restore_postgres(const std::string& location, const std::filesystem::path& file, Replace);

}  // namespace haidang::db
