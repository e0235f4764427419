// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "api_types.hpp"
#include "base/result.hpp"

/// What is known of accounts, and what may be done with them. Nothing here reads or writes.
namespace haidang::identity {

/// The last day of what has no end.
inline constexpr LocalDate kNoEnd = std::chrono::year(9999) / 12 / 31;

inline constexpr std::string_view kAdministrator = "administrator";

struct Account {
  AccountId id{0};
  std::int64_t version = 0;
  std::string user_name, name;
  std::optional<std::string> position, email, phone;
  OrganisationId organisation{0};
  LanguageCode language = LanguageCode::Vi;
  AccountState state = AccountState::Active;
  bool must_change_password = false;
  std::optional<Instant> last_sign_in;
  bool second_factor_enabled = false;
};

/// A role at an organisation and all below it, first and last day included.
struct Assignment {
  AssignmentId id{0};
  std::string role;
  OrganisationId organisation{0};
  LocalDate from{}, until = kNoEnd;
  std::optional<Instant> ended_at;
};

struct Delegation {
  DelegationId id{0};
  AccountId giver{0}, receiver{0};
  LocalDate from{}, until{};
  std::string reason;
  std::optional<Instant> ended_at;
};

template <class Period>
PeriodState state_on(const Period& period, LocalDate today) {
  if (period.ended_at || period.until < today) return PeriodState::Ended;
  return period.from > today ? PeriodState::Planned : PeriodState::InForce;
}

/// An account as its administrator finds it.
struct ManagedAccount {
  Account account;
  bool is_own = false;        ///< of the administrator who acts
  bool holds_beyond = false;  ///< a role outside what this administrator manages: whoever could reset that password
                              ///< would gain that role
  bool is_last_administrator = false;  ///< of the whole tenant
};

/// Reject OwnAccount, AccountHasWiderRole, LastAdministrator, AccountAlreadyLocked, AccountNotLocked,
/// SecondFactorNotOn.
Result<AccountState> decide_lock(const ManagedAccount&);
Result<AccountState> decide_unlock(const ManagedAccount&);
Result<Account> decide_password_reset(const ManagedAccount&);
Result<Account> decide_second_factor_removal(const ManagedAccount&);

/// The account after the change. Rejects AccountChangedMeanwhile, and what the parts of an account reject.
Result<Account> decide_update(const Account&, const UpdateAccount&);
Result<Account> decide_profile(const Account&, const UpdateMyProfile&);
/// Rejects what the parts of an account reject.
Result<Account> decide_new_account(const NewAccount&, AccountId);

/// Where somebody is to be put, as the actor may see it.
struct Place {
  bool exists_today = false;
  bool in_scope = false;
};
/// Rejects OrganisationNotToday, OutsideYourScope.
Result<Place> decide_place(const Place&);

/// Rejects RoleUnknown, PeriodReversed, OrganisationNotToday, OutsideYourScope, AssignmentExists.
struct RoleRequest {
  const AssignRole& command;
  bool role_is_known = false;
  Place place;
};
Result<Assignment> decide_assign_role(const std::vector<Assignment>& held, const RoleRequest&, AssignmentId);

/// Rejects AssignmentUnknown, AssignmentEnded, OutsideYourScope, LastAdministrator.
struct EndRoleRequest {
  AssignmentId assignment;
  bool in_scope = false;
  bool is_last_administrators = false;
  LocalDate today;
};
Result<Assignment> decide_end_role(const std::vector<Assignment>& held, const EndRoleRequest&);

/// What is delegated: the delegation and which of the giver's own assignments.
struct DelegationGiven {
  Delegation delegation;
  std::vector<AssignmentId> assignments;
};
struct DelegationRequest {
  const NewDelegation& command;
  AccountId giver;
  bool receiver_is_active = false;
  LocalDate today;
};
/// Rejects DelegationToSelf, DelegationReceiverUnknown, PeriodReversed, DelegationInPast, DelegationTooLong,
/// DelegationReasonMissing, AccountTextTooLong, DelegationWithoutRole.
Result<DelegationGiven> decide_delegation(const std::vector<Assignment>& own, const DelegationRequest&, DelegationId);

}  // namespace haidang::identity
