// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "parts.hpp"
#include "platform/actor.hpp"

/// What an administrator may see and do, as the database tells.
namespace haidang::identity {

/// Holds `accounts.manage` at the root. Such a one also sees accounts of agencies that are gone.
bool manages_everything(const organisations::History&, const Actor&);

/// Rejects AccountUnknown, also for an account outside the actor's scope.
Result<ManagedAccount> get_managed_account(Parts&, db::Read&, const Context&, AccountId);
Place place_of(Parts&, db::Read&, const Context&, OrganisationId);
/// Whether no administrator of the whole tenant would remain without this account, or without this one assignment.
bool is_last_administrator(Parts&, db::Read&, const Context&, AccountId, std::optional<AssignmentId> = std::nullopt);

AccountView view_of(Parts&, db::Read&, const Context&, const Account&);

}  // namespace haidang::identity
