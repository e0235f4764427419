// SPDX-License-Identifier: Apache-2.0
#include "views.hpp"

namespace haidang::identity {

RoleAssignmentView Seen::role(const Assignment& assignment) const {
  const auto until = assignment.until == kNoEnd ? std::nullopt : std::optional(assignment.until);
  return {assignment.id,   assignment.role, label(assignment.organisation),
          assignment.from, until,           state_on(assignment, today)};
}

std::vector<RoleAssignmentView> Seen::roles(const std::vector<Assignment>& assignments) const {
  std::vector<RoleAssignmentView> views;
  for (const auto& assignment : assignments) views.push_back(role(assignment));
  return views;
}

Person Seen::person(const Account& account) const {
  return {account.id, account.name, account.position, label(account.organisation)};
}

OrganisationLabel label_of(const organisations::History& history, OrganisationId organisation, LocalDate today) {
  const auto* life = history.find(organisation);
  return {organisation, life ? life->named_on(today).naming.name : std::string()};
}

}  // namespace haidang::identity
