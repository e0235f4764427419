// SPDX-License-Identifier: Apache-2.0
#include "gate.hpp"

#include <algorithm>

#include "request_checks.hpp"
#include "sessions.hpp"
#include "tokens.hpp"

namespace haidang::identity {
namespace {

class SessionGate : public http::Gate {
 public:
  explicit SessionGate(Parts& parts) : parts_(parts) {}

  Result<std::optional<Actor>> admit(const http::Request& request, const http::RouteDeclaration& route,
                                     Instant now) override {
    const bool changes = changes_something(request.method);
    if (changes && !is_from_here(request)) return reject(Code::OriginNotAllowed);
    const auto token = cookie_of(request, Cookie::Session);
    const auto session = find_session(parts_, token, now);
    if (std::holds_alternative<http::Anyone>(route.access)) {
      return session ? std::optional(session->actor) : std::nullopt;
    }
    if (!session) return reject(Code::SignInNeeded);
    if (changes && !equal_in_constant_time(request.headers.find("X-CSRF-Token"), csrf_token_of(token))) {
      return reject(Code::CsrfTokenWrong);
    }
    if (session->must_change_password && route.operation != kChangePasswordOperation) {
      return reject(Code::PasswordChangeNeeded);
    }
    const auto* needed = std::get_if<http::Needs>(&route.access);
    if (needed && !is_permitted(session->actor, *needed)) return reject(Code::NotPermitted);
    return std::optional(session->actor);
  }

 private:
  bool is_permitted(const Actor& actor, const http::Needs& needed) {
    const auto scopes = actor.scopes_of(needed.permission);
    if (needed.scope == http::Scope::Somewhere || scopes.empty()) return !scopes.empty();
    const auto root = parts_.database.read([&](db::Read& transaction) { return parts_.history(transaction)->root(); });
    return root && std::find(scopes.begin(), scopes.end(), *root) != scopes.end();
  }

  Parts& parts_;
};

}  // namespace

std::unique_ptr<http::Gate> make_gate(Parts& parts) {
  return std::make_unique<SessionGate>(parts);
}

}  // namespace haidang::identity
