// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "http/route.hpp"
#include "review/parts.hpp"

namespace haidang::review {

/// Documents, their review, plans and exports. `Parts` outlives the router.
void add_routes(http::Router&, const Parts&);

}  // namespace haidang::review
