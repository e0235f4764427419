// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "account.hpp"
#include "db/database.hpp"
#include "parts.hpp"

namespace haidang::identity {

/// What a reader is shown: names of organisations and states as of one day.
struct Seen {
  const organisations::History& history;
  LocalDate today;

  OrganisationLabel label(OrganisationId organisation) const { return label_of(history, organisation, today); }
  RoleAssignmentView role(const Assignment&) const;
  std::vector<RoleAssignmentView> roles(const std::vector<Assignment>&) const;
  Person person(const Account&) const;
};

}  // namespace haidang::identity
