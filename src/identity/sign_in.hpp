// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "parts.hpp"

namespace haidang::identity {

struct SignInAttempt {
  SignIn command;
  std::string address;       ///< of the client
  std::string device;        ///< what its browser says of itself
  std::string device_token;  ///< its device cookie, or ""
  Instant now;
};

struct SignedIn {
  std::string session_token, device_token;
};

/// Rejects SignInWrong (also for names that do not exist, after the same time), SignInThrottled, SignInBusy,
/// SecondFactorNeeded, SecondFactorWrong, AccountLocked (only to whoever knows the password).
///
/// A failure is counted before the password is looked at and taken back afterwards, so that many attempts at once gain
/// nothing. A device on which the account signed in before has a count of its own: strangers cannot make its owner
/// wait.
Result<SignedIn> sign_in(Parts&, const SignInAttempt&);

/// Ends the session of the token, if there is one.
void sign_out(Parts&, std::string_view token, Instant now);

/// The actor's password, asked again by commands that a stolen session must not give. Counted as attempts to sign in
/// are. Rejects PasswordWrong, SignInThrottled, SignInBusy.
Result<db::Done> check_own_password(Parts&, const Context&, const std::string& password);

}  // namespace haidang::identity
