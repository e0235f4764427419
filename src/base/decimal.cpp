// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "base/ensure.hpp"

namespace haidang {
namespace {

using Wide = Int128;

constexpr int kMaxDigits = 34;
constexpr int kMaxScale = 34;

constexpr auto kPowers = [] {
  std::array<Wide, kMaxDigits + 4> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

constexpr Wide kLimit = kPowers[kMaxDigits];  // coefficients stay below it
constexpr Wide kQuotientLimit = kPowers[37];

Wide magnitude(Wide value) {
  return value < 0 ? -value : value;
}

std::string digits_of(Wide value) {
  std::string digits;
  for (value = magnitude(value); value > 0; value /= 10)
    digits += static_cast<char>('0' + static_cast<int>(value % 10));
  if (digits.empty()) digits = "0";
  std::reverse(digits.begin(), digits.end());
  return digits;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

tl::unexpected<Rejection> unreadable(std::string_view text) {
  return reject(Code::NumberUnreadable, {{"text", std::string(text)}});
}
tl::unexpected<Rejection> too_long(std::string text) {
  return reject(Code::NumberTooLong, {{"text", std::move(text)}});
}

std::string operation(const Decimal& a, const char* sign, const Decimal& b) {
  return a.text() + sign + b.text();
}

/// The parts of "-1.234,5" with the marks already told apart.
struct Digits {
  bool negative = false;
  std::string whole, fraction;
};

/// "1.234.567" as "1234567"; nothing when the dots do not stand between groups of three.
std::optional<std::string> without_grouping(std::string_view whole) {
  if (whole.find('.') == std::string_view::npos) return std::string(whole);
  std::string digits;
  for (bool first = true; !whole.empty() || first; first = false) {
    const auto dot = whole.find('.');
    const auto group = whole.substr(0, dot);
    const bool fits = first ? group.size() >= 1 && group.size() <= 3 && group[0] != '0' : group.size() == 3;
    if (!fits) return std::nullopt;
    digits += group;
    if (dot == std::string_view::npos) return digits;
    whole.remove_prefix(dot + 1);
  }
  return std::nullopt;  // ends with a dot
}

bool take_minus(std::string_view& text) {
  for (const std::string_view minus : {"-", "−"})
    if (text.starts_with(minus)) {
      text.remove_prefix(minus.size());
      return true;
    }
  return false;
}

std::optional<Digits> split(std::string_view text, char mark) {
  Digits digits;
  digits.negative = take_minus(text);
  const auto at = text.find(mark);
  digits.whole = text.substr(0, at);
  if (at == std::string_view::npos) return digits;
  digits.fraction = text.substr(at + 1);
  if (!all_digits(digits.fraction)) return std::nullopt;
  return digits;
}

/// The value of digits, or nothing when more than 34 of them count.
std::optional<std::pair<Wide, int>> coefficient_of(const Digits& digits) {
  auto fraction = digits.fraction;
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (fraction.size() > kMaxScale) return std::nullopt;
  Wide value = 0;
  for (const char c : digits.whole + fraction) {
    value = value * 10 + (c - '0');
    if (value >= kLimit) return std::nullopt;
  }
  return std::pair{digits.negative ? -value : value, static_cast<int>(fraction.size())};
}

}  // namespace

std::optional<Decimal> Decimal::fitted(Int128 coefficient, int scale) {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (scale > kMaxScale || magnitude(coefficient) >= kLimit) return std::nullopt;
  return Decimal(coefficient, scale);
}

Result<Decimal> Decimal::parse(std::string_view text) {
  const auto digits = split(text, '.');
  if (!digits || !all_digits(digits->whole)) return unreadable(text);
  const auto value = coefficient_of(*digits);
  if (!value) return too_long(std::string(text));
  return Decimal(value->first, value->second);
}

Result<Decimal> Decimal::parse_vietnamese(std::string_view text) {
  auto digits = split(text, ',');
  if (!digits) return unreadable(text);
  const auto whole = without_grouping(digits->whole);
  if (!whole || !all_digits(*whole)) return unreadable(text);
  digits->whole = *whole;
  const auto value = coefficient_of(*digits);
  if (!value) return too_long(std::string(text));
  return Decimal(value->first, value->second);
}

std::string Decimal::text() const {
  auto digits = digits_of(coefficient_);
  const auto scale = static_cast<std::size_t>(scale_);
  if (scale > 0) {
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, ".");
  }
  return coefficient_ < 0 ? "-" + digits : digits;
}

std::string Decimal::vietnamese_text() const {
  auto digits = text();
  const auto point = digits.find('.');
  if (point != std::string::npos) digits[point] = ',';
  const std::size_t first = coefficient_ < 0 ? 1 : 0;
  for (auto at = point == std::string::npos ? digits.size() : point; at > first + 3;) digits.insert(at -= 3, ".");
  return digits;
}

double Decimal::approximate() const {
  return std::strtod(text().c_str(), nullptr);
}

Result<Decimal> add(Decimal a, Decimal b) {
  // The shorter scale is filled with zeros. Where that overflows, the sum has more than 34 digits: its last digit is
  // that of the other number, which is not zero because coefficients carry no trailing zeros behind the point.
  const int scale = std::max(a.scale_, b.scale_);
  Wide left = 0, right = 0, sum = 0;
  if (__builtin_mul_overflow(a.coefficient_, kPowers[static_cast<std::size_t>(scale - a.scale_)], &left) ||
      __builtin_mul_overflow(b.coefficient_, kPowers[static_cast<std::size_t>(scale - b.scale_)], &right) ||
      __builtin_add_overflow(left, right, &sum))
    return too_long(operation(a, " + ", b));
  if (const auto result = Decimal::fitted(sum, scale)) return *result;
  return too_long(operation(a, " + ", b));
}

Result<Decimal> subtract(Decimal a, Decimal b) {
  return add(a, Decimal(-b.coefficient_, b.scale_));
}

Result<Decimal> multiply(Decimal a, Decimal b) {
  Wide left = a.coefficient_, right = b.coefficient_;
  int scale = a.scale_ + b.scale_;
  const auto take = [&](int factor) {
    auto& divisible = left % factor == 0 ? left : right;
    if (divisible % factor != 0) return false;
    divisible /= factor;
    return true;
  };
  const auto has = [&](int factor) { return left % factor == 0 || right % factor == 0; };
  // Tens that the product would lose behind the point are taken out first, so that only true digits count.
  while (scale > 0 && has(2) && has(5) && left != 0 && right != 0 && take(2) && take(5)) --scale;
  Wide product = 0;
  if (__builtin_mul_overflow(left, right, &product)) return too_long(operation(a, " × ", b));
  if (const auto result = Decimal::fitted(product, scale)) return *result;
  return too_long(operation(a, " × ", b));
}

namespace {

/// A quotient while its digits are being produced: value = whole + rest / divisor, rest < divisor.
struct Quotient {
  Wide whole, rest, divisor;
  bool rest_below = false;  ///< something smaller than `rest` shows was cut off
};

/// Half to even.
Wide rounded(const Quotient& q) {
  const Wide twice = q.rest * 2;
  const bool half = twice == q.divisor && !q.rest_below;
  const bool up = half ? q.whole % 2 != 0 : twice >= q.divisor;
  return q.whole + (up ? 1 : 0);
}

/// Moves the point left: the last digits of the whole part become the rest.
Quotient without_digits(const Quotient& q, int count) {
  const Wide power = kPowers[static_cast<std::size_t>(count)];
  return {q.whole / power, q.whole % power, power, q.rest != 0};
}

}  // namespace

Result<Decimal> divide(Decimal a, Decimal b, int scale) {
  ensure(scale >= 0 && scale <= kMaxScale, "a quotient has a scale from 0 to 34");
  if (b.coefficient_ == 0) return reject(Code::DivisionByZero);
  const Wide divisor = magnitude(b.coefficient_);
  Quotient q{magnitude(a.coefficient_) / divisor, magnitude(a.coefficient_) % divisor, divisor};
  int produced = a.scale_ - b.scale_;  // digits behind the point so far; below zero: zeros are still missing before it
  for (; produced < scale && (q.rest != 0 || produced < 0); ++produced) {
    q.whole = q.whole * 10 + q.rest * 10 / divisor;
    q.rest = q.rest * 10 % divisor;
    if (q.whole >= kQuotientLimit) return too_long(operation(a, " / ", b));
  }
  if (produced > scale) {
    q = without_digits(q, produced - scale);
    produced = scale;
  }
  const Wide value = rounded(q);
  const bool negative = (a.coefficient_ < 0) != (b.coefficient_ < 0);
  if (const auto result = Decimal::fitted(negative ? -value : value, produced)) return *result;
  return too_long(operation(a, " / ", b));
}

bool operator==(Decimal a, Decimal b) {
  return a <=> b == std::strong_ordering::equal;
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  // Whole parts first; then the parts behind the point, brought to one scale, which always fits.
  const auto whole = [](Decimal d) { return d.coefficient_ / kPowers[static_cast<std::size_t>(d.scale_)]; };
  const auto rest = [](Decimal d) {
    return d.coefficient_ % kPowers[static_cast<std::size_t>(d.scale_)] *
           kPowers[static_cast<std::size_t>(kMaxScale - d.scale_)];
  };
  const auto order = [](Wide x, Wide y) {
    return x < y ? std::strong_ordering::less : x > y ? std::strong_ordering::greater : std::strong_ordering::equal;
  };
  const auto by_whole = order(whole(a), whole(b));
  return by_whole != 0 ? by_whole : order(rest(a), rest(b));
}

}  // namespace haidang
