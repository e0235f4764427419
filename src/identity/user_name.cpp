// SPDX-License-Identifier: Apache-2.0
#include "user_name.hpp"

#include <algorithm>

#include "base/vietnamese.hpp"

namespace haidang::identity {
namespace {

constexpr std::size_t kShortest = 3, kLongest = 64, kLongestText = 200;
constexpr std::string_view kExample = "an.nguyen";

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_in_user_name(char c) {
  return is_small_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

bool is_fit(std::string_view name) {
  return name.size() >= kShortest && name.size() <= kLongest && is_small_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), is_in_user_name);
}

std::string suggestion_for(std::string_view typed) {
  std::string name;
  for (const char c : fold(typed)) {
    const char kept = is_in_user_name(c) ? c : '.';
    if (kept != '.' || (!name.empty() && name.back() != '.')) name += kept;
  }
  while (!name.empty() && name.back() == '.') name.pop_back();
  return is_fit(name) ? name : std::string(kExample);
}

Result<std::string> short_text(std::string_view typed) {
  auto text = collapse_spaces(to_nfc(typed));
  if (count_code_points(text) > kLongestText) {
    return reject(Code::AccountTextTooLong, {{"most", std::to_string(kLongestText)}});
  }
  return text;
}

}  // namespace

Result<std::string> parse_user_name(std::string_view typed) {
  auto name = to_lower(to_nfc(typed));
  if (is_fit(name)) return name;
  return reject(Code::UserNameUnfit, {{"suggestion", suggestion_for(typed)}});
}

std::string signed_in_as(std::string_view typed) {
  return fold(typed.substr(0, 4 * kLongest));
}

Result<std::string> parse_person_name(std::string_view typed) {
  auto name = short_text(typed);
  if (name && name->empty()) return reject(Code::PersonNameMissing);
  return name;
}

Result<std::optional<std::string>> parse_email(std::string_view typed) {
  const auto email = short_text(typed);
  if (!email) return pass_on(email);
  if (email->empty()) return std::nullopt;
  const auto at = email->find('@');
  const bool readable = at != std::string::npos && at > 0 && email->find('@', at + 1) == std::string::npos &&
                        email->find('.', at) != std::string::npos && email->back() != '.' &&
                        email->find(' ') == std::string::npos;
  if (!readable) return reject(Code::EmailUnreadable, {{"email", *email}});
  return *email;
}

Result<std::optional<std::string>> parse_phone(std::string_view typed) {
  const auto phone = short_text(typed);
  if (!phone) return pass_on(phone);
  if (phone->empty()) return std::nullopt;
  const auto digits = std::count_if(phone->begin(), phone->end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool readable =
      digits >= 6 && digits <= 20 && phone->find_first_not_of("0123456789 +-.()") == std::string::npos;
  if (!readable) return reject(Code::PhoneUnreadable, {{"phone", *phone}});
  return *phone;
}

Result<std::optional<std::string>> parse_short_text(std::string_view typed) {
  const auto text = short_text(typed);
  if (!text) return pass_on(text);
  if (text->empty()) return std::nullopt;
  return *text;
}

}  // namespace haidang::identity
