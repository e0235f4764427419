// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "db/database.hpp"
#include "platform/actor.hpp"

namespace haidang::identity {

struct NamedPermission {
  std::string permission, vietnamese, english;
};

struct Role {
  std::string role, vietnamese, english, vietnamese_description, english_description;
  std::vector<std::string> permissions;
};

/// The roles of the program: data, so that a province can shape them without a programmer.
struct RolePack {
  std::vector<NamedPermission> permissions;
  std::vector<Role> roles;

  const Role* find(std::string_view role) const;
  const NamedPermission& permission(std::string_view name) const;  ///< one that a role of this pack names
};

/// Rejects JsonMalformed, JsonFieldMissing, JsonFieldInvalid (also a role with a permission that is not listed, or
/// twice the same name), JsonUnknownField.
Result<RolePack> parse_role_pack(std::string_view json);
/// The one inside the program (packs/roles/roles.json).
const RolePack& built_in_roles();

/// Makes the tenant's table of roles and permissions equal to the pack; at every start, before the first request.
void store_roles(db::Database&, TenantId, const RolePack&);

}  // namespace haidang::identity
