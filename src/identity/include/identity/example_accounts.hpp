// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "identity/identity.hpp"

namespace haidang::identity {

/// One account of the example city, with one role at its own organisation.
struct ExampleAccount {
  std::string user_name, name, position;
  OrganisationId organisation;
  std::string role;
  std::string password;  ///< not to be changed at the first sign-in
};

/// Where the example's people work.
struct ExamplePlaces {
  OrganisationId city;      ///< the root
  OrganisationId office;    ///< that uploads and reviews
  OrganisationId agency;    ///< a department
  OrganisationId district;  ///< a unit below the city: a district, today a ward or commune
};

/// One account for each role, and a second head, officer and administrator below the city, so that scopes can be
/// tried. `new_password` is called once for each.
std::vector<ExampleAccount> example_accounts(const ExamplePlaces&, const std::function<std::string()>& new_password);

/// Creates those whose user name is not taken yet, and answers how many. Only for the example mode.
int create_example_accounts(db::Database&, TenantId, const std::vector<ExampleAccount>&, Instant now,
                            HashCost = HashCost::Interactive);

}  // namespace haidang::identity
