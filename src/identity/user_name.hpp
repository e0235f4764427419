// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace haidang::identity {

/// A user name of a new account, in lower case. Vietnamese letters are refused, because the keyboard at the next desk
/// may not type them. Rejects UserNameUnfit, with what it might be instead.
Result<std::string> parse_user_name(std::string_view typed);

/// What was typed at sign-in: an input method may have put marks on the letters.
std::string signed_in_as(std::string_view typed);

/// Rejects PersonNameMissing, AccountTextTooLong, EmailUnreadable, PhoneUnreadable; an empty contact is none.
Result<std::string> parse_person_name(std::string_view typed);
Result<std::optional<std::string>> parse_email(std::string_view typed);
Result<std::optional<std::string>> parse_phone(std::string_view typed);
/// A position or a reason: free text of at most 200 characters; empty is none. Rejects AccountTextTooLong.
Result<std::optional<std::string>> parse_short_text(std::string_view typed);

}  // namespace haidang::identity
