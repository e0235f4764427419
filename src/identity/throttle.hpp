// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "base/time.hpp"

/// How guessing is slowed down: every failure beyond a few doubles the wait, up to a limit, and a quiet time forgets
/// them. Nobody is ever locked out for good, or an attacker could lock out the whole office.
namespace haidang::identity {

struct ThrottleRule {
  int free_failures;
  std::chrono::seconds first_wait;
  std::chrono::seconds longest_wait;
  std::chrono::seconds forgotten_after;
};

/// One account from devices it does not know; one device that the account knows; one address (an office shares one).
inline constexpr ThrottleRule kAccountThrottle{4, std::chrono::seconds(2), std::chrono::minutes(15),
                                               std::chrono::hours(24)};
inline constexpr ThrottleRule kDeviceThrottle{4, std::chrono::seconds(2), std::chrono::minutes(15),
                                              std::chrono::hours(24)};
inline constexpr ThrottleRule kAddressThrottle{60, std::chrono::seconds(1), std::chrono::minutes(5),
                                               std::chrono::hours(1)};

struct Failures {
  int count = 0;
  Instant last;
};

/// What still counts.
int failures_at(const std::optional<Failures>&, const ThrottleRule&, Instant now);
/// How long one has to wait from `now`; zero: not at all.
std::chrono::milliseconds wait_at(const std::optional<Failures>&, const ThrottleRule&, Instant now);

}  // namespace haidang::identity
