// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/database.hpp"
#include "http/events.hpp"
#include "http/route.hpp"
#include "organisations/directory.hpp"

namespace haidang::organisations {

/// What the routes work with; all of it outlives the router.
struct RouteParts {
  db::Database& database;
  Directory& directory;
  http::Events& events;  ///< "tenant/ID/organisations" is told of every reorganisation
};
void add_routes(http::Router&, RouteParts);

}  // namespace haidang::organisations
