// SPDX-License-Identifier: Apache-2.0
#include "gate.hpp"
#include "my_account.hpp"
#include "request_checks.hpp"
#include "route_answers.hpp"
#include "route_groups.hpp"
#include "sessions.hpp"

namespace haidang::identity {
namespace {

using http::Call;
using http::Empty;
using http::Method;
using http::SignedIn;

std::string_view token_of(const Call& call) {
  return cookie_of(call.request, Cookie::Session);
}

void add_my_session_routes(http::Router& router, Parts& parts) {
  router.add<SessionList>({.method = Method::Get,
                           .path = "/api/my/sessions",
                           .access = SignedIn{},
                           .operation = "list_my_sessions",
                           .summary = "Where I am signed in."},
                          [&parts](const Call& call) -> Result<SessionList> {
                            return list_sessions(parts, call.context(), token_of(call));
                          });
  router.add<Empty>({.method = Method::Delete,
                     .path = "/api/my/sessions",
                     .access = SignedIn{},
                     .operation = "end_my_other_sessions",
                     .summary = "Sign out everywhere but here."},
                    [&parts](const Call& call) -> Result<Empty> {
                      return empty_of(end_other_sessions(parts, call.context(), token_of(call)));
                    });
  router.add<Empty>({.method = Method::Delete,
                     .path = "/api/my/sessions/{session}",
                     .access = SignedIn{},
                     .operation = "end_my_session",
                     .summary = "Sign out one device.",
                     .rejections = {Code::SessionUnknown}},
                    [&parts](const Call& call) -> Result<Empty> {
                      return empty_of(end_session(parts, call.context(), call.id<SessionId>("session")));
                    });
}

void add_my_profile_routes(http::Router& router, Parts& parts) {
  router.add<MyProfile>({.method = Method::Get,
                         .path = "/api/my/profile",
                         .access = SignedIn{},
                         .operation = "read_my_profile",
                         .summary = "My account, with all roles I have or had."},
                        [&parts](const Call& call) -> Result<MyProfile> { return my_profile(parts, call.context()); });
  router.add<UpdateMyProfile, MyProfile>(
      {.method = Method::Put,
       .path = "/api/my/profile",
       .access = SignedIn{},
       .operation = "update_my_profile",
       .summary = "Change my name, my contact data and my language.",
       .rejections = {Code::PersonNameMissing, Code::EmailUnreadable, Code::PhoneUnreadable, Code::AccountTextTooLong,
                      Code::AccountChangedMeanwhile}},
      [&parts](const Call& call, const UpdateMyProfile& command) {
        return update_my_profile(parts, call.context(), command);
      });
  router.add<ChangePassword, Empty>(
      {.method = Method::Put,
       .path = "/api/my/password",
       .access = SignedIn{},
       .operation = std::string(kChangePasswordOperation),
       .summary = "Change my password; all my other sessions end.",
       .rejections = {Code::PasswordWrong, Code::PasswordUnchanged, Code::PasswordTooShort, Code::PasswordTooLong,
                      Code::PasswordCommon, Code::PasswordLikeName, Code::SignInThrottled, Code::SignInBusy}},
      [&parts](const Call& call, const ChangePassword& command) -> Result<Empty> {
        return empty_of(change_my_password(parts, call.context(), command, token_of(call)));
      });
}

void add_my_delegation_routes(http::Router& router, Parts& parts) {
  router.add<DelegationList>(
      {.method = Method::Get,
       .path = "/api/my/delegations",
       .access = SignedIn{},
       .operation = "list_my_delegations",
       .summary = "What I delegated, and what was delegated to me."},
      [&parts](const Call& call) -> Result<DelegationList> { return my_delegations(parts, call.context()); });
  router.add<NewDelegation, DelegationView>(
      {.method = Method::Post,
       .path = "/api/my/delegations",
       .access = SignedIn{},
       .operation = "delegate_my_roles",
       .summary = "Let a colleague act in my roles during an absence. What was delegated to me cannot be passed on.",
       .rejections = {Code::DelegationToSelf, Code::DelegationReceiverUnknown, Code::PeriodReversed,
                      Code::DelegationInPast, Code::DelegationTooLong, Code::DelegationReasonMissing,
                      Code::AccountTextTooLong, Code::DelegationWithoutRole},
       .success = 201},
      [&parts](const Call& call, const NewDelegation& command) { return delegate(parts, call.context(), command); });
  router.add<Empty>({.method = Method::Delete,
                     .path = "/api/my/delegations/{delegation}",
                     .access = SignedIn{},
                     .operation = "end_my_delegation",
                     .summary = "End a delegation that I gave, at once.",
                     .rejections = {Code::DelegationUnknown, Code::DelegationEnded}},
                    [&parts](const Call& call) -> Result<Empty> {
                      return empty_of(end_delegation(parts, call.context(), call.id<DelegationId>("delegation")));
                    });
}

}  // namespace

void add_my_routes(http::Router& router, Parts& parts) {
  add_my_session_routes(router, parts);
  add_my_profile_routes(router, parts);
  add_my_delegation_routes(router, parts);
}

void add_second_factor_routes(http::Router& router, Parts& parts) {
  const std::vector password_rejections{Code::PasswordWrong, Code::SignInThrottled, Code::SignInBusy};
  auto with = [&](Code code) {
    auto codes = password_rejections;
    codes.push_back(code);
    return codes;
  };
  router.add<PasswordAgain, SecondFactorOffer>(
      {.method = Method::Post,
       .path = "/api/my/second-factor",
       .access = SignedIn{},
       .operation = "start_second_factor",
       .summary = "A new secret for my authenticator; not in use until confirmed.",
       .rejections = with(Code::SecondFactorAlreadyOn)},
      [&parts](const Call& call, const PasswordAgain& command) {
        return start_second_factor(parts, call.context(), command);
      });
  router.add<ConfirmSecondFactor, RecoveryCodes>(
      {.method = Method::Put,
       .path = "/api/my/second-factor",
       .access = SignedIn{},
       .operation = "confirm_second_factor",
       .summary = "Switch the second factor on; the recovery codes are shown this once.",
       .rejections = {Code::SecondFactorNotStarted, Code::SecondFactorAlreadyOn, Code::SecondFactorWrong}},
      [&parts](const Call& call, const ConfirmSecondFactor& command) {
        return confirm_second_factor(parts, call.context(), command, token_of(call));
      });
  router.add<PasswordAgain, Empty>({.method = Method::Delete,
                                    .path = "/api/my/second-factor",
                                    .access = SignedIn{},
                                    .operation = "stop_second_factor",
                                    .summary = "Switch the second factor off.",
                                    .rejections = with(Code::SecondFactorNotOn)},
                                   [&parts](const Call& call, const PasswordAgain& command) -> Result<Empty> {
                                     return empty_of(stop_second_factor(parts, call.context(), command));
                                   });
}

}  // namespace haidang::identity
