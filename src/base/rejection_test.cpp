// SPDX-License-Identifier: Apache-2.0
#include "base/rejection.hpp"

#include <doctest/doctest.h>

#include "base/ensure.hpp"
#include "base/result.hpp"

using namespace haidang;

namespace {

Result<int> half_of(int number) {
  if (number % 2 != 0) return reject(Code::NumberUnreadable, {{"text", std::to_string(number)}});
  return number / 2;
}

Result<std::string> half_as_text(int number) {
  const auto half = half_of(number);
  if (!half) return pass_on(half);
  return std::to_string(*half);
}

}  // namespace

TEST_CASE("a rejection is told in the reader's language, with its values") {
  const Rejection rejection{Code::DateUnreadable, {{"text", "32/13"}}, {}};
  CHECK(message(rejection, Language::Vietnamese) == "Không đọc được ngày “32/13”.");
  CHECK(message(rejection, Language::English) == "The date “32/13” cannot be read.");
  CHECK(advice(rejection, Language::English).find("2022-07-08") != std::string::npos);
}

TEST_CASE("a value that looks like a parameter is printed, not filled in again") {
  const Rejection rejection{Code::DateUnreadable, {{"text", "{text}"}}, {}};
  CHECK(message(rejection, Language::English) == "The date “{text}” cannot be read.");
}

TEST_CASE("a result passes its rejection on") {
  CHECK(*half_as_text(8) == "4");
  CHECK(half_as_text(7).error().parameters[0].second == "7");
}

TEST_CASE("a broken promise names its place") {
  CHECK_NOTHROW(ensure(true, "one is one"));
  CHECK_THROWS_AS(ensure(false, "one is two"), Bug);
}
