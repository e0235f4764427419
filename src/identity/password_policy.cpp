// SPDX-License-Identifier: Apache-2.0
#include "password_policy.hpp"

#include <algorithm>
#include <set>

#include "base/vietnamese.hpp"
#include "embedded/common_passwords.hpp"

namespace haidang::identity {
namespace {

constexpr std::size_t kShortest = 10, kLongest = 200;
constexpr std::size_t kFewestLetters = 4;  // different ones: "aaaaaaaaaa" and "1212121212" are guessed first

std::set<std::string, std::less<>> read_common_passwords() {
  std::set<std::string, std::less<>> passwords;
  std::string_view rest = embedded::common_passwords();
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    if (end > 0 && rest.front() != '#') passwords.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return passwords;
}

bool is_common(const std::string& folded) {
  static const auto kPasswords = read_common_passwords();
  return kPasswords.contains(folded) || std::set<char>(folded.begin(), folded.end()).size() < kFewestLetters;
}

bool is_user_name_with_digits(std::string_view folded, std::string_view user_name) {
  if (user_name.empty() || folded.substr(0, user_name.size()) != user_name) return false;
  const auto rest = folded.substr(user_name.size());
  return rest.find_first_not_of("0123456789@!.-_ ") == std::string_view::npos;
}

}  // namespace

Result<std::string> parse_password(std::string_view typed, std::string_view user_name) {
  if (typed.size() > 4 * kLongest) return reject(Code::PasswordTooLong, {{"most", std::to_string(kLongest)}});
  auto password = to_nfc(typed);
  const auto length = count_code_points(password);
  if (length < kShortest) return reject(Code::PasswordTooShort, {{"least", std::to_string(kShortest)}});
  if (length > kLongest) return reject(Code::PasswordTooLong, {{"most", std::to_string(kLongest)}});
  const auto folded = fold(password);
  if (is_user_name_with_digits(folded, user_name)) return reject(Code::PasswordLikeName);
  if (is_common(folded)) return reject(Code::PasswordCommon);
  return password;
}

}  // namespace haidang::identity
