// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "account_store.hpp"
#include "base/ensure.hpp"
#include "identity/role_pack.hpp"
#include "identity/testing.hpp"
#include "platform/new_id.hpp"
#include "request_checks.hpp"
#include "sql.hpp"
#include "tokens.hpp"

namespace haidang::identity::testing {
namespace {

constexpr std::chrono::hours kDay{24};

struct Place {
  std::string suffix;
  OrganisationId organisation;
};

Visitor insert_visitor(db::Write& transaction, TenantId tenant, const std::string& role, const Place& place,
                       Instant now) {
  Visitor visitor{role + place.suffix, new_token()};
  Account account{.id = platform::new_id<AccountId>(now), .user_name = visitor.label, .name = visitor.label};
  account.organisation = place.organisation;
  insert(transaction, tenant, account, "no password opens this account", now);
  insert(transaction, tenant, account.id,
         {.id = platform::new_id<AssignmentId>(now),
          .role = role,
          .organisation = place.organisation,
          .from = date_of(to_vietnam(now))});
  transaction.execute(sql::kInsertSession,
                      {tenant, platform::new_id<SessionId>(now), db::Bytes{stored_hash(visitor.session_token)},
                       account.id, now, now + kDay, "127.0.0.1", "test"});
  return visitor;
}

/// "/api/documents/{document}" → "/api/documents/1".
std::string any_target(const std::string& declared) {
  std::string target;
  bool inside = false;
  for (const char c : declared) {
    if (c == '{') target += '1';
    inside = c == '{' || (inside && c != '}');
    if (!inside && c != '}') target += c;
  }
  return target;
}

std::string access_text(const http::Access& access) {
  if (std::holds_alternative<http::Anyone>(access)) return "anyone";
  if (std::holds_alternative<http::SignedIn>(access)) return "signed in";
  const auto& needed = std::get<http::Needs>(access);
  return std::string(needed.permission.name) + (needed.scope == http::Scope::WholeTenant ? " (whole)" : "");
}

std::string answer_of(http::Gate& gate, const http::RouteDeclaration& route, const Visitor& visitor, Instant now) {
  const auto admitted = gate.admit(request_of(visitor, route.method, any_target(route.path)), route, now);
  return admitted ? "yes" : std::to_string(catalogue_entry(admitted.error().code).http_status);
}

}  // namespace

std::vector<Visitor> one_of_each_role(db::Database& database, TenantId tenant, OrganisationId root,
                                      OrganisationId below, Instant now) {
  const auto made = database.write([&](db::Write& transaction) -> Result<std::vector<Visitor>> {
    std::vector<Visitor> visitors{{"nobody", {}}};
    for (const auto& role : built_in_roles().roles) {
      for (const auto& place : {Place{"", root}, Place{" below", below}}) {
        const auto distinct = now + std::chrono::milliseconds(visitors.size());  // ids of one millisecond may clash
        visitors.push_back(insert_visitor(transaction, tenant, role.role, place, distinct));
      }
    }
    return visitors;
  });
  ensure(made.has_value(), "visitors are never refused");
  return *made;
}

http::Request request_of(const Visitor& visitor, http::Method method, const std::string& target, std::string body) {
  http::Request request{.method = method, .target = target, .path = target.substr(0, target.find('?'))};
  request.headers.add("Host", "haidang.test");
  request.headers.add("Origin", "http://haidang.test");
  if (!body.empty()) request.headers.add("Content-Type", "application/json");
  request.body = std::move(body);
  if (visitor.session_token.empty()) return request;
  request.headers.add("Cookie", fmt::format("{}={}", cookie_name(Cookie::Session, false), visitor.session_token));
  request.headers.add("X-CSRF-Token", csrf_token_of(visitor.session_token));
  return request;
}

std::string permission_table(const http::Router& router, http::Gate& gate, const std::vector<Visitor>& visitors,
                             Instant now) {
  std::map<std::string, std::string> lines;
  for (const auto& route : router.routes()) {
    const auto& declaration = route.declaration;
    const auto name = fmt::format("{} {}", declaration.path, http::text_of(declaration.method));
    std::string line = fmt::format("{:<60} {:<28}", name, access_text(declaration.access));
    for (std::size_t index = 0; index < visitors.size(); ++index) {
      line += fmt::format(" {:>3}", answer_of(gate, declaration, visitors[index], now));
    }
    lines[name] = std::move(line);
  }
  std::string table;
  for (std::size_t index = 0; index < visitors.size(); ++index) {
    table += fmt::format("{:>2} {}\n", index + 1, visitors[index].label);
  }
  table += fmt::format("\n{:<60} {:<28}", "route", "needs");
  for (std::size_t index = 0; index < visitors.size(); ++index) table += fmt::format(" {:>3}", index + 1);
  for (const auto& [name, line] : lines) table += "\n" + line;
  return table + "\n";
}

}  // namespace haidang::identity::testing
