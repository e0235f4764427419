// SPDX-License-Identifier: Apache-2.0
#include "platform/actor.hpp"

#include <algorithm>

namespace haidang {

bool Actor::has(Permission permission) const {
  return std::any_of(grants.begin(), grants.end(),
                     [&](const Grant& grant) { return grant.permission == permission.name; });
}

std::vector<OrganisationId> Actor::scopes_of(Permission permission) const {
  std::vector<OrganisationId> scopes;
  for (const auto& grant : grants) {
    if (grant.permission == permission.name) scopes.push_back(grant.scope);
  }
  return scopes;
}

}  // namespace haidang
