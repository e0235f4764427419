// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace haidang::identity {

/// What a person may choose: length is what counts, so there are no rules on digits or signs.
/// Answers the password in NFC, as it is hashed. Rejects PasswordTooShort, PasswordTooLong, PasswordCommon,
/// PasswordLikeName.
Result<std::string> parse_password(std::string_view typed, std::string_view user_name);

}  // namespace haidang::identity
