// SPDX-License-Identifier: Apache-2.0
#include "account.hpp"

#include <doctest/doctest.h>

using namespace haidang;
using namespace haidang::identity;

namespace {

constexpr LocalDate day(int month, int number) {
  return std::chrono::year(2026) / month / number;
}
constexpr LocalDate kToday = day(3, 2);

Account an_account() {
  Account account{.id = AccountId(7), .version = 3, .user_name = "an.nv", .name = "Nguyễn Văn An"};
  account.organisation = OrganisationId(1);
  return account;
}

Assignment an_assignment(std::int64_t id, LocalDate from = day(1, 1), LocalDate until = kNoEnd) {
  return {AssignmentId(id), "officer", OrganisationId(5), from, until, {}};
}

template <class T>
Code refusal_of(const Result<T>& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

}  // namespace

TEST_CASE("an account is locked and unlocked once") {
  ManagedAccount managed{.account = an_account()};
  CHECK(*decide_lock(managed) == AccountState::Locked);
  CHECK(refusal_of(decide_unlock(managed)) == Code::AccountNotLocked);
  managed.account.state = AccountState::Locked;
  CHECK(refusal_of(decide_lock(managed)) == Code::AccountAlreadyLocked);
  CHECK(*decide_unlock(managed) == AccountState::Active);
}

TEST_CASE("the last administrator cannot be locked") {
  CHECK(refusal_of(decide_lock({.account = an_account(), .is_last_administrator = true})) == Code::LastAdministrator);
}

TEST_CASE("nobody locks, resets or unprotects his own account, or one that holds more than he manages") {
  auto own = ManagedAccount{.account = an_account(), .is_own = true};
  auto beyond = ManagedAccount{.account = an_account(), .holds_beyond = true};
  own.account.second_factor_enabled = beyond.account.second_factor_enabled = true;
  CHECK(refusal_of(decide_lock(own)) == Code::OwnAccount);
  CHECK(refusal_of(decide_unlock(own)) == Code::OwnAccount);
  CHECK(refusal_of(decide_password_reset(own)) == Code::OwnAccount);
  CHECK(refusal_of(decide_second_factor_removal(own)) == Code::OwnAccount);
  CHECK(refusal_of(decide_lock(beyond)) == Code::AccountHasWiderRole);
  CHECK(refusal_of(decide_unlock(beyond)) == Code::AccountHasWiderRole);
  CHECK(refusal_of(decide_password_reset(beyond)) == Code::AccountHasWiderRole);
  CHECK(refusal_of(decide_second_factor_removal(beyond)) == Code::AccountHasWiderRole);
}

TEST_CASE("a second factor that is off cannot be removed") {
  CHECK(refusal_of(decide_second_factor_removal({.account = an_account()})) == Code::SecondFactorNotOn);
}

TEST_CASE("a change changes what it names, and an empty text removes") {
  auto account = an_account();
  account.position = "Chuyên viên", account.phone = "0225 3842614";
  const auto changed = *decide_update(account, {.version = 3, .position = "Phó phòng", .phone = ""});
  CHECK(changed.name == "Nguyễn Văn An");
  CHECK(*changed.position == "Phó phòng");
  CHECK_FALSE(changed.phone);
  CHECK(changed.organisation == OrganisationId(1));
  CHECK(decide_update(account, {.version = 3, .organisation = OrganisationId(9)})->organisation == OrganisationId(9));
}

TEST_CASE("a change of what somebody else changed meanwhile is refused") {
  CHECK(refusal_of(decide_update(an_account(), {.version = 2})) == Code::AccountChangedMeanwhile);
}

TEST_CASE("a new account must change its password, and has a readable name") {
  const auto account = *decide_new_account({.user_name = "An.NV", .name = "An"}, AccountId(1));
  CHECK(account.must_change_password);
  CHECK(account.user_name == "an.nv");
  CHECK(refusal_of(decide_new_account({.user_name = "ấn", .name = "An"}, AccountId(1))) == Code::UserNameUnfit);
  CHECK(refusal_of(decide_new_account({.user_name = "an.nv", .name = " "}, AccountId(1))) == Code::PersonNameMissing);
}

TEST_CASE("a role is given for a period, within the giver's scope, at an organisation of today") {
  const AssignRole command{.role = "officer", .organisation = OrganisationId(5), .from = day(3, 1), .until = day(4, 1)};
  const auto decide = [&](bool known, Place place) {
    return decide_assign_role({}, {command, known, place}, AssignmentId(1));
  };
  CHECK(decide(true, {true, true})->until == day(4, 1));
  CHECK(refusal_of(decide(false, {true, true})) == Code::RoleUnknown);
  CHECK(refusal_of(decide(true, {false, true})) == Code::OrganisationNotToday);
  CHECK(refusal_of(decide(true, {true, false})) == Code::OutsideYourScope);
  const AssignRole reversed{
      .role = "officer", .organisation = OrganisationId(5), .from = day(3, 2), .until = day(3, 1)};
  CHECK(refusal_of(decide_assign_role({}, {reversed, true, {true, true}}, AssignmentId(1))) == Code::PeriodReversed);
}

TEST_CASE("one role at one organisation is not given twice for the same days") {
  const AssignRole command{.role = "officer", .organisation = OrganisationId(5), .from = day(3, 1)};
  const RoleRequest request{command, true, {true, true}};
  CHECK(refusal_of(decide_assign_role({an_assignment(1)}, request, AssignmentId(2))) == Code::AssignmentExists);
  CHECK(decide_assign_role({an_assignment(1, day(1, 1), day(2, 28))}, request, AssignmentId(2)));
  auto ended = an_assignment(1);
  ended.ended_at = Instant{};
  CHECK(decide_assign_role({ended}, request, AssignmentId(2)));
}

TEST_CASE("a role ends once, and never the last administrator's") {
  const auto request = [](std::int64_t id, bool in_scope, bool last) {
    return EndRoleRequest{AssignmentId(id), in_scope, last, kToday};
  };
  const std::vector held{an_assignment(1), an_assignment(2, day(1, 1), day(3, 1))};
  CHECK(decide_end_role(held, request(1, true, false)));
  CHECK(refusal_of(decide_end_role(held, request(3, true, false))) == Code::AssignmentUnknown);
  CHECK(refusal_of(decide_end_role(held, request(2, true, false))) == Code::AssignmentEnded);
  CHECK(refusal_of(decide_end_role(held, request(1, false, false))) == Code::OutsideYourScope);
  CHECK(refusal_of(decide_end_role(held, request(1, true, true))) == Code::LastAdministrator);
}

namespace {

struct DelegationTry {
  NewDelegation command{AccountId(8), day(3, 2), day(3, 9), "đi công tác", std::nullopt};
  bool receiver_is_active = true;
  Result<DelegationGiven> operator()(const std::vector<Assignment>& own) const {
    return decide_delegation(own, {command, AccountId(7), receiver_is_active, kToday}, DelegationId(1));
  }
};

}  // namespace

TEST_CASE("a delegation hands on the roles that are in force within its period") {
  auto ended = an_assignment(3);
  ended.ended_at = Instant{};
  const std::vector own{an_assignment(1), an_assignment(2, day(1, 1), day(3, 1)), ended, an_assignment(4, day(3, 9))};
  const auto given = DelegationTry{}(own);
  REQUIRE(given);
  CHECK(given->assignments == std::vector{AssignmentId(1), AssignmentId(4)});
}

TEST_CASE("a delegation of chosen roles takes only one's own, all of them in force") {
  const std::vector own{an_assignment(1), an_assignment(2), an_assignment(3, day(1, 1), day(3, 1))};
  DelegationTry attempt;
  attempt.command.roles = {AssignmentId(2)};
  CHECK(attempt(own)->assignments == std::vector{AssignmentId(2)});
  for (const auto other : {AssignmentId(3), AssignmentId(99)}) {
    attempt.command.roles = {AssignmentId(2), other};
    CHECK(refusal_of(attempt(own)) == Code::DelegationWithoutRole);
  }
  attempt.command.roles = std::vector<AssignmentId>{};
  CHECK(refusal_of(attempt(own)) == Code::DelegationWithoutRole);
}

TEST_CASE("a delegation goes to an active colleague, for a reason, for some days from today on") {
  const std::vector own{an_assignment(1)};
  const auto refused = [&](auto change) {
    DelegationTry attempt;
    change(attempt);
    return refusal_of(attempt(own));
  };
  CHECK(refused([](auto& one) { one.command.receiver = AccountId(7); }) == Code::DelegationToSelf);
  CHECK(refused([](auto& one) { one.receiver_is_active = false; }) == Code::DelegationReceiverUnknown);
  CHECK(refused([](auto& one) { one.command.until = day(3, 1); }) == Code::PeriodReversed);
  CHECK(refused([](auto& one) { one.command.from = day(2, 1), one.command.until = day(3, 1); }) ==
        Code::DelegationInPast);
  CHECK(refused([](auto& one) { one.command.until = LocalDate(std::chrono::year(2027) / 3 / 3); }) ==
        Code::DelegationTooLong);
  CHECK(refused([](auto& one) { one.command.reason = "  "; }) == Code::DelegationReasonMissing);
  CHECK(refusal_of(DelegationTry{}({})) == Code::DelegationWithoutRole);
}

TEST_CASE("a period is planned, in force to its last day, then over; what was ended is over at once") {
  auto assignment = an_assignment(1, day(3, 1), day(3, 3));
  CHECK(state_on(assignment, day(2, 28)) == PeriodState::Planned);
  CHECK(state_on(assignment, day(3, 1)) == PeriodState::InForce);
  CHECK(state_on(assignment, day(3, 3)) == PeriodState::InForce);
  CHECK(state_on(assignment, day(3, 4)) == PeriodState::Ended);
  assignment.ended_at = Instant{};
  CHECK(state_on(assignment, day(3, 2)) == PeriodState::Ended);
}
