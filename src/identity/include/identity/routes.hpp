// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "http/route.hpp"
#include "identity/identity.hpp"

namespace haidang::identity {

/// /api/session, /api/my/…, /api/accounts…, /api/roles, /api/people.
void add_routes(http::Router&, Identity&);

}  // namespace haidang::identity
