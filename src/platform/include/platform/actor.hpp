// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"

namespace haidang {

using TenantId = Id<struct TenantTag>;  ///< a province or city: every key begins with it
using OrganisationId = Id<struct OrganisationTag>;
using AccountId = Id<struct AccountTag>;

/// What a route or a query asks for, "documents.read". Modules declare theirs as constants; roles are sets of them.
struct Permission {
  std::string_view name;
  friend constexpr auto operator<=>(Permission, Permission) = default;
};

/// One permission within the subtree of one organisation, on the day of the request.
struct Grant {
  std::string permission;
  OrganisationId scope;
};

/// Who acts. `grants` hold what roles and delegations give today.
struct Actor {
  TenantId tenant;
  AccountId account;
  std::string name;
  std::vector<Grant> grants;

  bool has(Permission) const;                               ///< in any scope
  std::vector<OrganisationId> scopes_of(Permission) const;  ///< the roots of the subtrees where it holds
};

/// What decides and records a command: who, when (never read from the clock in logic), in which language to answer.
struct Context {
  Actor actor;
  Instant now;
  LocalDate today;  ///< in Vietnam; `--today` may set it apart from the machine's date
  Language language = Language::Vietnamese;
};

}  // namespace haidang
