// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "http/route.hpp"
#include "identity/identity.hpp"

/// For tests of permissions (target haidang_identity_testing).
namespace haidang::identity::testing {

/// Somebody who calls routes: a session, or an empty token for nobody.
struct Visitor {
  std::string label;
  std::string session_token;
};

/// Nobody, and for each role one account that holds it at `root` and one that holds it at `below`, all signed in.
/// Labels: "nobody", "chair", "chair below".
std::vector<Visitor> one_of_each_role(db::Database&, TenantId, OrganisationId root, OrganisationId below, Instant now);

/// What the gate answers for every route and every visitor, as a table to be compared with a golden file: a line per
/// route, sorted; "yes", 401 or 403 per visitor. No handler runs, so nothing is changed.
std::string permission_table(const http::Router&, http::Gate&, const std::vector<Visitor>&, Instant now);

/// A request as a visitor's browser sends it, with session cookie and CSRF token.
http::Request request_of(const Visitor&, http::Method, const std::string& target, std::string body = {});

}  // namespace haidang::identity::testing
