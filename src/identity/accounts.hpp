// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "parts.hpp"
#include "platform/actor.hpp"

/// What administrators do, within the organisations where they hold `accounts.manage` today. An account elsewhere is
/// AccountUnknown.
namespace haidang::identity {

struct AccountFilter {
  std::string text;
  std::optional<OrganisationId> organisation;  ///< and all below it
  std::optional<std::string> role;             ///< held today
  std::optional<AccountState> state;
  std::optional<AccountId> after;  ///< the last one of the page before
};

AccountPage list_accounts(Parts&, const Context&, const AccountFilter&);
/// Everybody's: active accounts of the tenant, for pickers. Role and state are not looked at.
PeoplePage list_people(Parts&, const Context&, const AccountFilter&);
Result<AccountView> get_account(Parts&, const Context&, AccountId);

/// Rejects OrganisationNotToday, OutsideYourScope, UserNameTaken, and what the parts of an account reject.
Result<CreatedAccount> create_account(Parts&, const Context&, const NewAccount&);
Result<AccountView> update_account(Parts&, const Context&, AccountId, const UpdateAccount&);
Result<AccountView> assign_role(Parts&, const Context&, AccountId, const AssignRole&);
Result<AccountView> end_role(Parts&, const Context&, AccountId, AssignmentId);

/// All of these end the sessions of the account, but for `unlock_account`.
Result<InitialPassword> reset_password(Parts&, const Context&, AccountId);
Result<AccountView> lock_account(Parts&, const Context&, AccountId);
Result<AccountView> unlock_account(Parts&, const Context&, AccountId);
Result<AccountView> remove_second_factor(Parts&, const Context&, AccountId);

}  // namespace haidang::identity
