// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "identity/identity.hpp"

/// What only somebody at the machine may do: for the command line.
namespace haidang::identity {

struct FirstAdministrator {
  std::string user_name, name;
  OrganisationId root;  ///< the tenant's own government
};

/// An account with the role of administrator over everything; answers its first password, which must be changed at the
/// first sign-in. Rejects AdministratorExists, UserNameTaken, UserNameUnfit, PersonNameMissing, AccountTextTooLong.
Result<std::string> create_first_administrator(db::Database&, TenantId, const FirstAdministrator&, Instant now);

/// For an administrator who locked himself out: a new first password; unlocks, removes the second factor, ends all
/// sessions. Rejects AccountUnknown.
Result<std::string> recover_account(db::Database&, TenantId, const std::string& user_name, Instant now);

/// Whether some account manages all accounts from today on.
bool has_administrator(db::Read&, TenantId, OrganisationId root, LocalDate today);

}  // namespace haidang::identity
