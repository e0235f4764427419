// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "http/route.hpp"
#include "parts.hpp"

namespace haidang::identity {

void add_session_routes(http::Router&, Parts&);
void add_my_routes(http::Router&, Parts&);
void add_second_factor_routes(http::Router&, Parts&);
void add_account_routes(http::Router&, Parts&);

}  // namespace haidang::identity
