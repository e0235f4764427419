// SPDX-License-Identifier: Apache-2.0
#include "identity/routes.hpp"

#include "route_groups.hpp"

namespace haidang::identity {

void add_routes(http::Router& router, Identity& identity) {
  add_session_routes(router, identity.parts());
  add_my_routes(router, identity.parts());
  add_second_factor_routes(router, identity.parts());
  add_account_routes(router, identity.parts());
}

}  // namespace haidang::identity
