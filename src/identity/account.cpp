// SPDX-License-Identifier: Apache-2.0
#include "account.hpp"

#include <algorithm>

#include "user_name.hpp"

namespace haidang::identity {
namespace {

/// What nobody may do to an account over which he has no full power.
std::optional<Rejection> obstacle(const ManagedAccount& managed) {
  if (managed.is_own) return Rejection{Code::OwnAccount, {}, {}};
  if (managed.holds_beyond) return Rejection{Code::AccountHasWiderRole, {}, {}};
  return std::nullopt;
}

/// The text fields of an account, as typed.
struct Typed {
  std::optional<std::string> name, position, email, phone;
};

Result<Account> with_texts(Account account, const Typed& typed) {
  if (typed.name) {
    auto name = parse_person_name(*typed.name);
    if (!name) return pass_on(name);
    account.name = std::move(*name);
  }
  using Parse = Result<std::optional<std::string>> (*)(std::string_view);
  const std::tuple<const std::optional<std::string>&, std::optional<std::string>&, Parse> fields[] = {
      {typed.position, account.position, parse_short_text},
      {typed.email, account.email, parse_email},
      {typed.phone, account.phone, parse_phone}};
  for (const auto& [text, field, parse] : fields) {
    if (!text) continue;
    auto parsed = parse(*text);
    if (!parsed) return pass_on(parsed);
    field = std::move(*parsed);
  }
  return account;
}

tl::unexpected<Rejection> period_reversed(LocalDate from, LocalDate until) {
  return reject(Code::PeriodReversed, {{"from", on_paper(from)}, {"until", on_paper(until)}});
}

template <class One, class Other>
bool overlap(const One& one, const Other& other) {
  return one.from <= other.until && other.from <= one.until;
}

}  // namespace

Result<AccountState> decide_lock(const ManagedAccount& managed) {
  if (const auto reason = obstacle(managed)) return tl::unexpected(*reason);
  if (managed.account.state == AccountState::Locked) return reject(Code::AccountAlreadyLocked);
  if (managed.is_last_administrator) return reject(Code::LastAdministrator);
  return AccountState::Locked;
}

Result<AccountState> decide_unlock(const ManagedAccount& managed) {
  if (const auto reason = obstacle(managed)) return tl::unexpected(*reason);
  if (managed.account.state == AccountState::Active) return reject(Code::AccountNotLocked);
  return AccountState::Active;
}

Result<Account> decide_password_reset(const ManagedAccount& managed) {
  if (const auto reason = obstacle(managed)) return tl::unexpected(*reason);
  return managed.account;
}

Result<Account> decide_second_factor_removal(const ManagedAccount& managed) {
  if (const auto reason = obstacle(managed)) return tl::unexpected(*reason);
  if (!managed.account.second_factor_enabled) return reject(Code::SecondFactorNotOn);
  return managed.account;
}

Result<Account> decide_update(const Account& account, const UpdateAccount& command) {
  if (command.version != account.version) return reject(Code::AccountChangedMeanwhile);
  auto changed = with_texts(account, {command.name, command.position, command.email, command.phone});
  if (changed && command.organisation) changed->organisation = *command.organisation;
  return changed;
}

Result<Account> decide_profile(const Account& account, const UpdateMyProfile& command) {
  auto changed =
      with_texts(account, {command.name, std::nullopt, command.email.value_or(""), command.phone.value_or("")});
  if (changed) changed->language = command.language;
  return changed;
}

Result<Account> decide_new_account(const NewAccount& command, AccountId id) {
  auto user_name = parse_user_name(command.user_name);
  if (!user_name) return pass_on(user_name);
  Account account{.id = id,
                  .version = 1,
                  .user_name = std::move(*user_name),
                  .organisation = command.organisation,
                  .language = command.language,
                  .must_change_password = true};
  return with_texts(std::move(account), {command.name, command.position, command.email, command.phone});
}

Result<Place> decide_place(const Place& place) {
  if (!place.exists_today) return reject(Code::OrganisationNotToday);
  if (!place.in_scope) return reject(Code::OutsideYourScope);
  return place;
}

Result<Assignment> decide_assign_role(const std::vector<Assignment>& held, const RoleRequest& request,
                                      AssignmentId id) {
  const auto& command = request.command;
  if (!request.role_is_known) return reject(Code::RoleUnknown, {{"role", command.role}});
  const Assignment given{id, command.role, command.organisation, command.from, command.until.value_or(kNoEnd), {}};
  if (given.until < given.from) return period_reversed(given.from, given.until);
  const auto place = decide_place(request.place);
  if (!place) return pass_on(place);
  const bool exists = std::any_of(held.begin(), held.end(), [&](const Assignment& other) {
    return !other.ended_at && other.role == given.role && other.organisation == given.organisation &&
           overlap(other, given);
  });
  if (exists) return reject(Code::AssignmentExists);
  return given;
}

Result<Assignment> decide_end_role(const std::vector<Assignment>& held, const EndRoleRequest& request) {
  const auto found =
      std::find_if(held.begin(), held.end(), [&](const Assignment& one) { return one.id == request.assignment; });
  if (found == held.end()) return reject(Code::AssignmentUnknown);
  if (state_on(*found, request.today) == PeriodState::Ended) return reject(Code::AssignmentEnded);
  if (!request.in_scope) return reject(Code::OutsideYourScope);
  if (request.is_last_administrators) return reject(Code::LastAdministrator);
  return *found;
}

namespace {

constexpr int kLongestDelegationDays = 366;

Result<Delegation> decide_delegation_itself(const DelegationRequest& request, DelegationId id) {
  const auto& command = request.command;
  if (command.receiver == request.giver) return reject(Code::DelegationToSelf);
  if (!request.receiver_is_active) return reject(Code::DelegationReceiverUnknown);
  if (command.until < command.from) return period_reversed(command.from, command.until);
  if (command.until < request.today) return reject(Code::DelegationInPast, {{"until", on_paper(command.until)}});
  if (days_between(command.from, command.until) >= kLongestDelegationDays) {
    return reject(Code::DelegationTooLong, {{"days", std::to_string(kLongestDelegationDays)}});
  }
  const auto reason = parse_short_text(command.reason);
  if (!reason) return pass_on(reason);
  if (!*reason) return reject(Code::DelegationReasonMissing);
  return Delegation{id, request.giver, command.receiver, command.from, command.until, **reason, {}};
}

}  // namespace

Result<DelegationGiven> decide_delegation(const std::vector<Assignment>& own, const DelegationRequest& request,
                                          DelegationId id) {
  auto delegation = decide_delegation_itself(request, id);
  if (!delegation) return pass_on(delegation);
  DelegationGiven given{std::move(*delegation), {}};
  const auto& wanted = request.command.roles;
  for (const auto& assignment : own) {
    const bool chosen = !wanted || std::find(wanted->begin(), wanted->end(), assignment.id) != wanted->end();
    if (chosen && !assignment.ended_at && overlap(assignment, given.delegation)) {
      given.assignments.push_back(assignment.id);
    }
  }
  const bool all_found = !wanted || std::all_of(wanted->begin(), wanted->end(), [&](AssignmentId one) {
    return std::find(given.assignments.begin(), given.assignments.end(), one) != given.assignments.end();
  });
  if (given.assignments.empty() || !all_found) return reject(Code::DelegationWithoutRole);
  return given;
}

}  // namespace haidang::identity
