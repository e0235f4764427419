// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "base/time.hpp"
#include "documents/tokens.hpp"

namespace haidang::directives {

/// A day or a period as printed: "15/7/2023", "ngày 15 tháng 7", "tháng 8/2022", "quý III năm 2023", "6 tháng cuối
/// năm", "năm 2023".
struct TimePoint {
  enum class Grain { Day, Month, Quarter, HalfYear, Year };
  Grain grain = Grain::Day;
  int year = 0;   ///< 0: not printed
  int month = 0;  ///< Day: its month; Month: itself; Quarter, HalfYear: the last month
  int day = 0;
  std::size_t first = 0, last = 0;  ///< tokens
  bool named = false;               ///< introduced by "ngày", "tháng", "quý", "năm"

  bool exists(int default_year) const;  ///< false for 31/9
  std::optional<LocalDate> first_day(int default_year) const;
  std::optional<LocalDate> last_day(int default_year) const;
};

/// The point that starts at token i.
std::optional<TimePoint> read_time_point(const documents::TokenText&, std::size_t i);

/// "17 giờ 00", "17h30", "16 giờ 30 phút" at token i: minutes since midnight and the number of tokens.
struct ClockTime {
  std::chrono::minutes since_midnight{0};
  std::size_t length = 0;
};
std::optional<ClockTime> read_clock_time(const documents::TokenText&, std::size_t i);

}  // namespace haidang::directives
