// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

/// Time-based one-time passwords: RFC 6238 with SHA-1, six digits, steps of 30 seconds, which every authenticator
/// knows.
namespace haidang::identity {

/// 20 random bytes, the length that RFC 4226 § 4 recommends.
std::string new_second_factor_secret();

std::int64_t step_of(Instant);
std::string code_of_step(std::string_view secret, std::int64_t step, int digits = 6);

/// The step whose code was given, among the present one and its two neighbours (clocks differ, typing takes time),
/// later than `last_used`: a code that somebody looked at does not work again.
std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Instant now,
                                         std::optional<std::int64_t> last_used);

/// RFC 4648 base32 without padding; `in_groups` parts four letters by spaces.
std::string base32(std::string_view bytes);
std::string in_groups(std::string_view base32);

/// "otpauth://totp/Hải%20Đăng:an.nv?secret=…&issuer=…", percent-encoded.
std::string otpauth_uri(std::string_view issuer, std::string_view user_name, std::string_view secret);

}  // namespace haidang::identity
