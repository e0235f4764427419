// SPDX-License-Identifier: Apache-2.0
#include "modules.hpp"

#include <array>
#include <system_error>

#include "calendar/tenant_calendars.hpp"
#include "identity/identity.hpp"
#include "jobs/jobs.hpp"
#include "journal/journal.hpp"
#include "organisations/store.hpp"
#include "review/parts.hpp"

namespace haidang::app {

std::span<const db::ModuleMigrations> all_migrations() {
  static const std::array kAll{journal::migrations(),       jobs::migrations(),     calendar::migrations(),
                               organisations::migrations(), identity::migrations(), review::migrations()};
  return kAll;
}

Result<std::unique_ptr<db::Database>> open_database(const ProgramSettings& settings) {
  std::error_code error;
  std::filesystem::create_directories(settings.data, error);
  if (error) return reject(Code::DataFolderUnusable, {{"folder", settings.data.string()}, {"reason", error.message()}});
  return db::open_database({.location = settings.database_location()});
}

}  // namespace haidang::app
