// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "db/database.hpp"

namespace haidang::db {

struct Location {
  Engine engine;
  std::string place;  ///< SQLite: the path; PostgreSQL: the connection string
};

/// Rejects DatabaseLocationUnreadable.
Result<Location> parse_location(std::string_view);

/// For messages and logs.
std::string without_password(std::string_view location);

}  // namespace haidang::db
