// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calendar/deadlines_in_use.hpp"
#include "calendar/tenant_calendars.hpp"
#include "db/database.hpp"
#include "http/route.hpp"

namespace haidang::calendar {

inline constexpr Permission kManageCalendars{"calendars.manage"};

/// What the routes need; all of it outlives the router.
struct RouteNeeds {
  db::Database& database;
  TenantCalendars& calendars;
  std::vector<const DeadlinesInUse*> deadlines;
  /// The name of an account, for the history; nothing when it is not known.
  std::function<std::optional<std::string>(db::Read&, TenantId, AccountId)> account_name;
};
void add_routes(http::Router&, const RouteNeeds&);

}  // namespace haidang::calendar
