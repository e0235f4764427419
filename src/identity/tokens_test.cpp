// SPDX-License-Identifier: Apache-2.0
#include "tokens.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace haidang::identity;

TEST_CASE("tokens are 43 letters of base64url and never the same") {
  std::set<std::string> seen;
  for (int round = 0; round < 1000; ++round) {
    const auto token = new_token();
    CHECK(token.size() == 43);
    CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
          std::string::npos);
    CHECK(seen.insert(token).second);
  }
}

TEST_CASE("neither the stored hash nor the page's token tells the session's token") {
  const auto token = new_token();
  CHECK(stored_hash(token).size() == 32);
  CHECK(stored_hash(token) == stored_hash(token));
  CHECK(stored_hash(token) != stored_hash(new_token()));
  CHECK(csrf_token_of(token) == csrf_token_of(token));
  CHECK(csrf_token_of(token) != csrf_token_of(new_token()));
  CHECK(csrf_token_of(token) != token);
  CHECK(stored_hash(csrf_token_of(token)) != stored_hash(token));
}

TEST_CASE("a readable secret is found again however it was typed") {
  const auto secret = new_readable_secret();
  REQUIRE(secret.size() == 14);
  CHECK(secret[4] == '-');
  std::string upper;
  for (const char c : secret) upper += c == '-' ? ' ' : static_cast<char>(std::toupper(c));
  CHECK(normal_readable_secret(upper) == normal_readable_secret(secret));
  CHECK(normal_readable_secret(secret).size() == 12);
  CHECK(new_readable_secret() != secret);
}

TEST_CASE("comparing in constant time still compares") {
  CHECK(equal_in_constant_time("abc", "abc"));
  CHECK_FALSE(equal_in_constant_time("abc", "abd"));
  CHECK_FALSE(equal_in_constant_time("abc", "abcd"));
  CHECK(equal_in_constant_time("", ""));
}
