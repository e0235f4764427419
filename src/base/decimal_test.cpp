// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <random>

using namespace haidang;

namespace {

Decimal number(std::string_view text) {
  const auto parsed = Decimal::parse(text);
  REQUIRE_MESSAGE(parsed, text);
  return *parsed;
}

/// A number with up to `digits` digits, anywhere around the point.
Decimal random_decimal(std::mt19937& random, int digits) {
  std::string text;
  const auto count = std::uniform_int_distribution<int>(1, digits)(random);
  for (int i = 0; i < count; ++i) text += static_cast<char>('0' + random() % 10);
  const auto point = std::uniform_int_distribution<int>(0, count)(random);
  if (point == 0)
    text.insert(0, "0.");
  else if (point < count)
    text.insert(static_cast<std::size_t>(point), ".");
  return number(random() % 2 ? "-" + text : text);
}

/// The same division done the long way: digits one by one on 128-bit numbers small enough never to overflow.
std::int64_t divided(std::int64_t a, std::int64_t b, std::int64_t power) {
  const Int128 scaled = static_cast<Int128>(a < 0 ? -a : a) * power;
  const Int128 divisor = b < 0 ? -b : b;
  Int128 whole = scaled / divisor;
  const Int128 rest = scaled % divisor;
  if (rest * 2 > divisor || (rest * 2 == divisor && whole % 2 != 0)) ++whole;
  return static_cast<std::int64_t>((a < 0) != (b < 0) ? -whole : whole);
}

std::string with_point(std::int64_t value, int scale) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  while (digits.size() <= static_cast<std::size_t>(scale)) digits.insert(0, "0");
  digits.insert(digits.size() - static_cast<std::size_t>(scale), ".");
  if (scale == 0) digits.pop_back();
  return value < 0 ? "-" + digits : digits;
}

constexpr std::array<std::int64_t, 5> kPowers{1, 10, 100, 1000, 10000};

}  // namespace

TEST_CASE("a number is printed as it was written, without needless zeros") {
  CHECK(number("93.38").text() == "93.38");
  CHECK(number("-0.50").text() == "-0.5");
  CHECK(number("-0").text() == "0");
  CHECK(number("007").text() == "7");
  CHECK(number("0.0000000000000000000000000000000001").text() == "0.0000000000000000000000000000000001");
  CHECK(Decimal(-1500).text() == "-1500");
}

TEST_CASE("Vietnamese papers write a comma before the fraction and dots between thousands") {
  CHECK(Decimal::parse_vietnamese("93,38")->text() == "93.38");
  CHECK(Decimal::parse_vietnamese("1.500")->text() == "1500");
  CHECK(Decimal::parse_vietnamese("-1.234.567,5")->text() == "-1234567.5");
  CHECK(Decimal::parse_vietnamese("1500")->text() == "1500");
  CHECK(number("-1234567.5").vietnamese_text() == "-1.234.567,5");
  CHECK(number("-123.5").vietnamese_text() == "-123,5");
  CHECK(number("100000").vietnamese_text() == "100.000");
}

TEST_CASE("what is no number is rejected") {
  for (const auto* text : {"", "-", ".5", "5.", "1,5", "1e5", "+5", " 5", "5 ", "1.2.3", "--1", "٣"}) {
    CAPTURE(text);
    const auto parsed = Decimal::parse(text);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == Code::NumberUnreadable);
  }
  for (const auto* text : {"", "1.5", "1.50", "0.500", "1.5000", ".500", "1.500.", "1.50.000", "1,", ",5", "1,5,0"}) {
    CAPTURE(text);
    const auto parsed = Decimal::parse_vietnamese(text);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == Code::NumberUnreadable);
  }
}

TEST_CASE("the thirty-fifth digit is rejected, never rounded") {
  const std::string longest(34, '9');
  CHECK(number(longest).text() == longest);
  CHECK(Decimal::parse(longest + "9").error().code == Code::NumberTooLong);
  CHECK(Decimal::parse("0." + std::string(34, '0') + "1").error().code == Code::NumberTooLong);
  CHECK(add(number(longest), 1).error().code == Code::NumberTooLong);
  CHECK(add(number(longest), number("0.1")).error().code == Code::NumberTooLong);
  CHECK(multiply(number(longest), number(longest)).error().code == Code::NumberTooLong);
  CHECK(add(number(longest), number("-1"))->text() == std::string(33, '9') + "8");
}

TEST_CASE("a product of many digits that ends in zeros still fits") {
  CHECK(
      multiply(number("0.0000000000000000000000000000000002"), number("5000000000000000000000000000000000"))->text() ==
      "1");
  CHECK(multiply(number("1.25"), number("8"))->text() == "10");
  CHECK(multiply(number("1267650600228229401496703205376"), number("0.0000000000000000000000000000000005"))->text() ==
        "0.000633825300114114700748351602688");
}

TEST_CASE("division rounds half to even at the scale asked for") {
  CHECK(divide(1, 3, 4)->text() == "0.3333");
  CHECK(divide(2, 3, 4)->text() == "0.6667");
  CHECK(divide(1, 8, 2)->text() == "0.12");
  CHECK(divide(3, 8, 2)->text() == "0.38");
  CHECK(divide(-1, 8, 2)->text() == "-0.12");
  CHECK(divide(number("2.5"), 1, 0)->text() == "2");
  CHECK(divide(number("3.5"), 1, 0)->text() == "4");
  CHECK(divide(number("2.51"), 1, 0)->text() == "3");
  CHECK(divide(10, 2, 34)->text() == "5");
  CHECK(divide(1, number("0.0001"), 0)->text() == "10000");
  CHECK(divide(1, 0, 2).error().code == Code::DivisionByZero);
}

TEST_CASE("arithmetic agrees with whole numbers of 128 bits") {
  std::mt19937 random(1);
  std::uniform_int_distribution<std::int64_t> values(-999'999, 999'999);
  for (int round = 0; round < 20'000; ++round) {
    const auto a = values(random), b = values(random);
    const int scale = static_cast<int>(random() % 5);
    const auto x = number(with_point(a, scale)), y = number(with_point(b, scale));
    CHECK(*add(x, y) == number(with_point(a + b, scale)));
    CHECK(*subtract(x, y) == number(with_point(a - b, scale)));
    CHECK(*multiply(x, y) == number(with_point(a * b, 2 * scale)));
    CHECK((x < y) == (a < b));
    CHECK((x == y) == (a == b));
    if (b != 0)
      CHECK(*divide(x, y, scale) == number(with_point(divided(a, b, kPowers[static_cast<std::size_t>(scale)]), scale)));
  }
}

TEST_CASE("sums and products keep the laws of algebra at any length") {
  std::mt19937 random(2);
  for (int round = 0; round < 20'000; ++round) {
    const auto a = random_decimal(random, 16), b = random_decimal(random, 16), c = random_decimal(random, 16);
    CHECK(*add(a, b) == *add(b, a));
    CHECK(*multiply(a, b) == *multiply(b, a));
    CHECK(*subtract(*add(a, b), b) == a);
    const auto left = multiply(a, *add(b, c));
    const auto right = add(*multiply(a, b), *multiply(a, c));
    if (left && right) CHECK(*left == *right);
    CHECK((a < b) == (*subtract(a, b) < Decimal(0)));
    CHECK(*Decimal::parse(a.text()) == a);
    CHECK(*Decimal::parse_vietnamese(a.vietnamese_text()) == a);
  }
}

TEST_CASE("a quotient lies within half of its last digit") {
  std::mt19937 random(3);
  const auto ten_thousandth = number("0.0001"), half = number("0.00005");
  for (int round = 0; round < 5'000; ++round) {
    const auto a = random_decimal(random, 12), b = random_decimal(random, 12);
    const auto quotient = divide(a, b, 4);
    if (!quotient) continue;  // division by zero
    auto error = *subtract(a, *multiply(*quotient, b));
    if (error < Decimal(0)) error = *subtract(0, error);
    const auto divisor = b < Decimal(0) ? *subtract(0, b) : b;
    CHECK(error <= *multiply(divisor, half));
    CHECK(*divide(*multiply(*quotient, ten_thousandth), ten_thousandth, 4) == *quotient);
  }
}
