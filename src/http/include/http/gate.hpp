// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "http/route.hpp"

namespace haidang::http {

/// Decides whether a request may reach its route, and as whom. `identity` implements it; http knows neither accounts
/// nor sessions.
class Gate {
 public:
  virtual ~Gate() = default;
  /// Nothing for a public route called by nobody. Rejects SignInNeeded (401), NotPermitted (403), CsrfTokenWrong (403),
  /// …
  virtual Result<std::optional<Actor>> admit(const Request&, const RouteDeclaration&, Instant now) = 0;
};

}  // namespace haidang::http
