// SPDX-License-Identifier: Apache-2.0
#include "platform/random.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>

using namespace haidang;

TEST_CASE("tokens are url-safe, as long as asked, and do not repeat") {
  std::set<std::string> tokens;
  for (int i = 0; i < 200; ++i) {
    const auto token = platform::random_token(32);
    CHECK(token.size() == 43);
    CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
          std::string::npos);
    tokens.insert(token);
  }
  CHECK(tokens.size() == 200);
  CHECK(platform::random_token(1).size() == 2);
  CHECK(platform::random_token(3).size() == 4);
}

TEST_CASE("numbers are drawn evenly and stay below their bound") {
  std::array<int, 3> counts{};
  for (int i = 0; i < 3'000; ++i) ++counts.at(platform::random_below(3));
  for (const int count : counts) CHECK(count > 850);
  CHECK(platform::random_below(1) == 0);
}

TEST_CASE("an example password can be typed from paper") {
  const auto password = platform::readable_password();
  CHECK(password.size() == 18);
  CHECK(password.find_first_not_of("abcdefghijklmnopqrstuvwxyz-0123456789") == std::string::npos);
  CHECK(password != platform::readable_password());
}
