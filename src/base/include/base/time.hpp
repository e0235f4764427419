// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace haidang {

/// A moment, in UTC, to the millisecond: what is stored.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// A day on paper.
using LocalDate = std::chrono::year_month_day;
/// A wall-clock moment in Vietnam, to the minute: what a deadline on paper means.
using LocalMinute = std::chrono::local_time<std::chrono::minutes>;

/// Vietnam keeps UTC+7 all year (Indochina Time since 1975; no daylight saving).
inline constexpr std::chrono::hours kVietnamOffset{7};

LocalMinute to_vietnam(Instant);  ///< the wall clock in Vietnam, seconds dropped
Instant to_instant(LocalMinute);  ///< the moment that a Vietnamese wall clock shows
LocalDate date_of(LocalMinute);   ///< the day of a wall-clock moment
LocalMinute at(LocalDate, std::chrono::minutes since_midnight);
std::chrono::minutes time_of_day(LocalMinute);

/// "2022-07-08". Rejects DateUnreadable (not of that shape) and DateImpossible (31 September).
Result<LocalDate> parse_date(std::string_view);
/// "2022-07-08T16:40", also with seconds (which a LocalMinute drops). `parse_instant` needs a zone, "+07:00" or "Z".
/// Rejects DateUnreadable, DateImpossible.
Result<LocalMinute> parse_local_minute(std::string_view);
Result<Instant> parse_instant(std::string_view);

std::string iso(LocalDate);    ///< 2022-07-08
std::string iso(LocalMinute);  ///< 2022-07-08T16:40
std::string iso(Instant);      ///< 2022-07-08T09:40:00.000Z

/// As a Vietnamese or English reader writes it: "8/7/2022"; "thứ Sáu 8/7/2022" / "Friday 8 July 2022".
std::string on_paper(LocalDate);
std::string with_weekday(LocalDate, Language);
std::string clock_text(std::chrono::minutes since_midnight);  ///< "07:30"

LocalDate add_days(LocalDate, int days);
int days_between(LocalDate from, LocalDate to);  ///< negative when `to` lies before `from`
LocalDate last_day_of_month(std::chrono::year, std::chrono::month);
std::chrono::weekday weekday_of(LocalDate);

}  // namespace haidang
