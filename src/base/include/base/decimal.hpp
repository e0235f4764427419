// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace haidang {

__extension__ typedef __int128 Int128;  // 38 digits; not ISO C++, but in every compiler we build with

/// An exact decimal number: up to 34 significant digits and a scale from 0 to 34, never binary floating point.
/// 93.38 % is 93.38, and 0.1 + 0.2 is 0.3. Results that do not fit are rejected, not rounded; only `divide`
/// rounds, half to even, at the scale that is asked for.
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : coefficient_(whole) {}  // NOLINT: whole numbers are decimals

  /// "93.38", "-5". Rejects NumberUnreadable, NumberTooLong.
  static Result<Decimal> parse(std::string_view);
  /// As Vietnamese papers write it: "93,38", "1.500", "1.234,5". Rejects NumberUnreadable, NumberTooLong.
  static Result<Decimal> parse_vietnamese(std::string_view);

  std::string text() const;             ///< "93.38", no trailing zeros
  std::string vietnamese_text() const;  ///< "93,38"; thousands with dots
  double approximate() const;           ///< for drawing and JSON numbers only

  friend Result<Decimal> add(Decimal, Decimal);       ///< rejects NumberTooLong
  friend Result<Decimal> subtract(Decimal, Decimal);  ///< rejects NumberTooLong
  friend Result<Decimal> multiply(Decimal, Decimal);  ///< rejects NumberTooLong
  /// Rounds half to even at `scale` digits after the point. Rejects DivisionByZero, NumberTooLong.
  friend Result<Decimal> divide(Decimal, Decimal, int scale);

  friend bool operator==(Decimal, Decimal);
  friend std::strong_ordering operator<=>(Decimal, Decimal);

 private:
  constexpr Decimal(Int128 coefficient, int scale) : coefficient_(coefficient), scale_(scale) {}
  /// Without trailing zeros behind the point; nothing when it does not fit.
  static std::optional<Decimal> fitted(Int128 coefficient, int scale);

  Int128 coefficient_ = 0;  // value = coefficient / 10^scale
  int scale_ = 0;
};

Result<Decimal> add(Decimal, Decimal);
Result<Decimal> subtract(Decimal, Decimal);
Result<Decimal> multiply(Decimal, Decimal);
Result<Decimal> divide(Decimal, Decimal, int scale);

}  // namespace haidang
