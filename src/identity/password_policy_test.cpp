// SPDX-License-Identifier: Apache-2.0
#include "password_policy.hpp"

#include <doctest/doctest.h>

using namespace haidang;
using namespace haidang::identity;

namespace {

Code refusal_of(std::string_view password, std::string_view user_name = "an.nv") {
  const auto result = parse_password(password, user_name);
  REQUIRE_FALSE(result);
  return result.error().code;
}

}  // namespace

TEST_CASE("a sentence is a good password, with or without marks") {
  CHECK(parse_password("sáng nay uống cà phê", "an.nv"));
  CHECK(parse_password("con meo den", "an.nv"));
  CHECK(parse_password("mười ký tự", "an.nv"));
}

TEST_CASE("letters are counted, not bytes") {
  CHECK(refusal_of("ủy ban ta") == Code::PasswordTooShort);
  CHECK(parse_password(std::string(4 * 50, 'x') + "abc", "an.nv").error().code == Code::PasswordTooLong);
  CHECK(refusal_of(std::string(1'000'000, 'x')) == Code::PasswordTooLong);
}

TEST_CASE("passwords that are guessed first are refused, in any case and with any marks") {
  CHECK(refusal_of("1234567890") == Code::PasswordCommon);
  CHECK(refusal_of("MatKhau123") == Code::PasswordCommon);
  CHECK(refusal_of("MậtKhẩu123") == Code::PasswordCommon);
  CHECK(refusal_of("aaaaaaaaaaaa") == Code::PasswordCommon);
  CHECK(refusal_of("1212121212") == Code::PasswordCommon);
}

TEST_CASE("the user name is no password, nor with digits behind it") {
  CHECK(refusal_of("nguyen.van.an", "nguyen.van.an") == Code::PasswordLikeName);
  CHECK(refusal_of("Nguyen.Van.An@2026", "nguyen.van.an") == Code::PasswordLikeName);
  CHECK(parse_password("nguyen.van.an thích cá", "nguyen.van.an"));
}

TEST_CASE("one password typed with composed or with combining letters is one password") {
  CHECK(*parse_password("ca\u0302u ca\u0301 muo\u0302\u0323n", "an.nv") == *parse_password("câu cá muộn", "an.nv"));
}
