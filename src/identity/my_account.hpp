// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "parts.hpp"
#include "platform/actor.hpp"

/// What everybody may do with the own account.
namespace haidang::identity {

MyProfile my_profile(Parts&, const Context&);
/// Rejects what the parts of an account reject.
Result<MyProfile> update_my_profile(Parts&, const Context&, const UpdateMyProfile&);

/// Ends all other sessions. Rejects PasswordWrong, PasswordUnchanged, what `parse_password` rejects, SignInThrottled,
/// SignInBusy.
Result<db::Done> change_my_password(Parts&, const Context&, const ChangePassword&, std::string_view token);

/// A new secret, not yet in use. Rejects SecondFactorAlreadyOn, PasswordWrong, SignInThrottled, SignInBusy.
Result<SecondFactorOffer> start_second_factor(Parts&, const Context&, const PasswordAgain&);
/// From now on sign-in asks for a code; ends all other sessions. Rejects SecondFactorNotStarted,
/// SecondFactorAlreadyOn, SecondFactorWrong.
Result<RecoveryCodes> confirm_second_factor(Parts&, const Context&, const ConfirmSecondFactor&, std::string_view token);
/// Rejects SecondFactorNotOn, PasswordWrong, SignInThrottled, SignInBusy.
Result<db::Done> stop_second_factor(Parts&, const Context&, const PasswordAgain&);

DelegationList my_delegations(Parts&, const Context&);
/// Rejects what `decide_delegation` rejects.
Result<DelegationView> delegate(Parts&, const Context&, const NewDelegation&);
/// One that the actor gave. Rejects DelegationUnknown, DelegationEnded.
Result<db::Done> end_delegation(Parts&, const Context&, DelegationId);

}  // namespace haidang::identity
