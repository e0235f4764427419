// SPDX-License-Identifier: Apache-2.0
#include "db/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "backup_engines.hpp"
#include "location.hpp"

namespace haidang::db {
namespace {

namespace fs = std::filesystem;

/// A file, or the folder that holds its name.
bool sync_to_disk(const fs::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool synced = fsync(file) == 0;
  close(file);
  return synced;
}

Result<Done> keep(const fs::path& partial, const fs::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (!sync_to_disk(partial) || rename(partial.c_str(), file.c_str()) != 0 || !sync_to_disk(folder))
    return reject(Code::BackupFailed, {{"reason", std::strerror(errno)}});
  return Done{};
}

}  // namespace

Result<Done> backup(const Settings& settings, const fs::path& file) {
  const auto location = parse_location(settings.location);
  if (!location) return pass_on(location);
  std::error_code ignored;
  if (fs::exists(file, ignored)) return reject(Code::BackupExists, {{"file", file.string()}});
  auto partial = file;
  partial += ".partial";
  fs::remove(partial, ignored);
  auto done = location->engine == Engine::SQLite ? backup_sqlite(location->place, partial)
                                                 : backup_postgres(location->place, partial);
  if (done) done = keep(partial, file);
  fs::remove(partial, ignored);
  return done;
}

Result<Done> restore(const Settings& settings, const fs::path& file, Replace replace) {
  const auto location = parse_location(settings.location);
  if (!location) return pass_on(location);
  return location->engine == Engine::SQLite ? restore_sqlite(location->place, file, replace)
                                            : restore_postgres(location->place, file, replace);
}

}  // namespace haidang::db
