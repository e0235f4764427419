// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace haidang {
namespace {

using namespace std::chrono;

/// Takes pieces of fixed shape from the front of a text; after the first that does not fit, nothing fits.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  int digits(std::size_t count) {
    if (rest_.size() < count || rest_.substr(0, count).find_first_not_of("0123456789") != std::string_view::npos)
      return fail();
    int value = 0;
    for (const char c : rest_.substr(0, count)) value = value * 10 + (c - '0');
    rest_.remove_prefix(count);
    return value;
  }
  void letter(char wanted) {
    if (!skip_if(wanted)) fail();
  }
  bool skip_if(char wanted) {
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool more_digits() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }
  bool fits() const { return fits_; }
  bool done() const { return fits_ && rest_.empty(); }

 private:
  int fail() {
    fits_ = false;
    rest_ = {};
    return 0;
  }
  std::string_view rest_;
  bool fits_ = true;
};

struct Clock {
  int hour = 0, minute = 0, second = 0, millisecond = 0;
  bool possible() const { return hour < 24 && minute < 60 && second < 60; }
  milliseconds since_midnight() const {
    return hours{hour} + minutes{minute} + seconds{second} + milliseconds{millisecond};
  }
};

LocalDate take_date(Scanner& scanner) {
  const int y = scanner.digits(4);
  scanner.letter('-');
  const int m = scanner.digits(2);
  scanner.letter('-');
  const int d = scanner.digits(2);
  return year{y} / month{static_cast<unsigned>(m)} / day{static_cast<unsigned>(d)};
}

/// "16:40", "16:40:05", "16:40:05.250" (more decimals are dropped).
Clock take_clock(Scanner& scanner) {
  Clock clock;
  clock.hour = scanner.digits(2);
  scanner.letter(':');
  clock.minute = scanner.digits(2);
  if (scanner.skip_if(':'))
    clock.second = scanner.digits(2);
  else
    return clock;
  if (!scanner.skip_if('.')) return clock;
  int weight = 100;
  clock.millisecond = weight * scanner.digits(1);
  while (scanner.more_digits()) clock.millisecond += (weight /= 10) * scanner.digits(1);
  return clock;
}

/// "Z", "+07:00", "-03:30"; nothing when no zone stands there.
std::optional<minutes> take_zone(Scanner& scanner) {
  if (scanner.skip_if('Z')) return minutes{0};
  const bool east = scanner.skip_if('+');
  if (!east) scanner.letter('-');
  const int hour = scanner.digits(2);
  scanner.letter(':');
  const int minute = scanner.digits(2);
  if (!scanner.fits() || hour > 14 || minute > 59) return std::nullopt;
  const minutes offset = hours{hour} + minutes{minute};
  return east ? offset : -offset;
}

bool possible(LocalDate date) {
  return date.ok() && date.year() >= year{1};
}

tl::unexpected<Rejection> unreadable(std::string_view text) {
  return reject(Code::DateUnreadable, {{"text", std::string(text)}});
}
tl::unexpected<Rejection> impossible(std::string_view text) {
  return reject(Code::DateImpossible, {{"text", std::string(text)}});
}

constexpr std::array<const char*, 7> kWeekdays{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư",
                                               "thứ Năm",  "thứ Sáu", "thứ Bảy"};
constexpr std::array<const char*, 7> kEnglishWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 12> kEnglishMonths{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

unsigned day_number(LocalDate date) {
  return static_cast<unsigned>(date.day());
}
unsigned month_number(LocalDate date) {
  return static_cast<unsigned>(date.month());
}
int year_number(LocalDate date) {
  return static_cast<int>(date.year());
}

}  // namespace

LocalMinute to_vietnam(Instant instant) {
  return LocalMinute{floor<minutes>(instant.time_since_epoch() + kVietnamOffset)};
}
Instant to_instant(LocalMinute local) {
  return Instant{local.time_since_epoch() - kVietnamOffset};
}
LocalDate date_of(LocalMinute local) {
  return LocalDate{floor<days>(local)};
}
LocalMinute at(LocalDate date, minutes since_midnight) {
  return local_days{date} + since_midnight;
}
minutes time_of_day(LocalMinute local) {
  return local - floor<days>(local);
}

Result<LocalDate> parse_date(std::string_view text) {
  Scanner scanner(text);
  const auto date = take_date(scanner);
  if (!scanner.done()) return unreadable(text);
  if (!possible(date)) return impossible(text);
  return date;
}

Result<LocalMinute> parse_local_minute(std::string_view text) {
  Scanner scanner(text);
  const auto date = take_date(scanner);
  scanner.letter('T');
  const auto clock = take_clock(scanner);
  if (!scanner.done()) return unreadable(text);
  if (!possible(date) || !clock.possible()) return impossible(text);
  return at(date, floor<minutes>(clock.since_midnight()));
}

Result<Instant> parse_instant(std::string_view text) {
  Scanner scanner(text);
  const auto date = take_date(scanner);
  scanner.letter('T');
  const auto clock = take_clock(scanner);
  const auto zone = take_zone(scanner);
  if (!scanner.done() || !zone) return unreadable(text);
  if (!possible(date) || !clock.possible()) return impossible(text);
  return Instant{sys_days{date} + clock.since_midnight() - *zone};
}

std::string iso(LocalDate date) {
  return fmt::format("{:04}-{:02}-{:02}", year_number(date), month_number(date), day_number(date));
}

std::string iso(LocalMinute local) {
  return iso(date_of(local)) + "T" + clock_text(time_of_day(local));
}

std::string iso(Instant instant) {
  const auto day_start = floor<days>(instant);
  const hh_mm_ss clock{instant - day_start};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", iso(LocalDate{day_start}), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

std::string on_paper(LocalDate date) {
  return fmt::format("{}/{}/{}", day_number(date), month_number(date), year_number(date));
}

std::string with_weekday(LocalDate date, Language language) {
  const auto weekday = weekday_of(date).c_encoding();
  if (language == Language::Vietnamese) return fmt::format("{} {}", kWeekdays[weekday], on_paper(date));
  return fmt::format("{} {} {} {}", kEnglishWeekdays[weekday], day_number(date), kEnglishMonths[month_number(date) - 1],
                     year_number(date));
}

std::string clock_text(minutes since_midnight) {
  return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60);
}

LocalDate add_days(LocalDate date, int count) {
  return LocalDate{local_days{date} + days{count}};
}

int days_between(LocalDate from, LocalDate to) {
  return static_cast<int>((local_days{to} - local_days{from}).count());
}

LocalDate last_day_of_month(year y, month m) {
  return LocalDate{y / m / last};
}
weekday weekday_of(LocalDate date) {
  return weekday{local_days{date}};
}

}  // namespace haidang
