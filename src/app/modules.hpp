// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <span>

#include "db/migrations.hpp"
#include "program_settings.hpp"

namespace haidang::app {

/// The schema of every module, in the order in which they may refer to each other's views.
std::span<const db::ModuleMigrations> all_migrations();

/// The database of the settings; its schema is left as it is. Rejects DataFolderUnusable and what `db::open_database`
/// rejects.
Result<std::unique_ptr<db::Database>> open_database(const ProgramSettings&);

}  // namespace haidang::app
