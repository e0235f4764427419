// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace haidang;
using namespace std::chrono;
using namespace std::chrono_literals;

TEST_CASE("dates are read in one shape only, and must exist") {
  CHECK(*parse_date("2022-07-08") == 2022y / July / 8);
  CHECK(*parse_date("2024-02-29") == 2024y / February / 29);
  for (const auto* text : {"", "2022-7-8", "08/07/2022", "2022-07-08 ", "2022-07-08T", "2022/07/08", "-022-07-08"}) {
    CAPTURE(text);
    REQUIRE_FALSE(parse_date(text));
    CHECK(parse_date(text).error().code == Code::DateUnreadable);
  }
  for (const auto* text : {"2022-09-31", "2023-02-29", "2022-13-01", "2022-00-10", "2022-01-00", "0000-01-01"}) {
    CAPTURE(text);
    REQUIRE_FALSE(parse_date(text));
    CHECK(parse_date(text).error().code == Code::DateImpossible);
  }
}

TEST_CASE("moments are read with seconds or without, and instants need a zone") {
  CHECK(iso(*parse_local_minute("2022-07-08T16:40")) == "2022-07-08T16:40");
  CHECK(iso(*parse_local_minute("2022-07-08T16:40:59")) == "2022-07-08T16:40");
  CHECK(iso(*parse_instant("2022-07-08T16:40+07:00")) == "2022-07-08T09:40:00.000Z");
  CHECK(iso(*parse_instant("2022-07-08T06:40:01.5-03:30")) == "2022-07-08T10:10:01.500Z");
  CHECK(parse_instant("2022-07-08T16:40").error().code == Code::DateUnreadable);
  CHECK(parse_local_minute("2022-07-08T16:40Z").error().code == Code::DateUnreadable);
  CHECK(parse_local_minute("2022-07-08T24:00").error().code == Code::DateImpossible);
  CHECK(parse_instant("2022-07-08T23:60Z").error().code == Code::DateImpossible);
  CHECK(parse_instant("2022-07-08T16:40+15:00").error().code == Code::DateUnreadable);
}

TEST_CASE("the clock of Vietnam runs seven hours ahead of UTC") {
  const auto instant = *parse_instant("2022-07-08T20:15:59.999Z");
  CHECK(iso(to_vietnam(instant)) == "2022-07-09T03:15");
  CHECK(iso(to_instant(*parse_local_minute("2022-07-09T03:15"))) == "2022-07-08T20:15:00.000Z");
  CHECK(iso(to_vietnam(*parse_instant("1969-12-31T16:59:30Z"))) == "1969-12-31T23:59");
}

TEST_CASE("dates are written as people write them") {
  CHECK(on_paper(2022y / July / 8) == "8/7/2022");
  CHECK(with_weekday(2022y / July / 8, Language::Vietnamese) == "thứ Sáu 8/7/2022");
  CHECK(with_weekday(2022y / July / 10, Language::Vietnamese) == "Chủ nhật 10/7/2022");
  CHECK(with_weekday(2022y / July / 8, Language::English) == "Friday 8 July 2022");
  CHECK(clock_text(7h + 30min) == "07:30");
}

TEST_CASE("days are counted as a calendar counts them") {
  CHECK(add_days(2024y / February / 28, 2) == 2024y / March / 1);
  CHECK(days_between(2022y / July / 8, 2022y / July / 1) == -7);
  CHECK(last_day_of_month(2024y, February) == 2024y / February / 29);
  CHECK(last_day_of_month(2023y, February) == 2023y / February / 28);
  CHECK(weekday_of(2026y / November / 23) == Monday);
}

TEST_CASE("every day of a century follows the one before, by a calendar counted by hand") {
  int y = 1975, m = 1, d = 1;
  unsigned weekday_number = 3;  // 1 January 1975 was a Wednesday
  for (int count = 0; count < 36'525; ++count) {
    const auto date = year{y} / static_cast<int>(m) / d;
    REQUIRE(add_days(1975y / January / 1, count) == date);
    REQUIRE(days_between(1975y / January / 1, date) == count);
    REQUIRE(weekday_of(date).c_encoding() == weekday_number);
    REQUIRE(*parse_date(iso(date)) == date);
    const bool leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    const int longest = m == 2 ? (leap ? 29 : 28) : (m == 4 || m == 6 || m == 9 || m == 11) ? 30 : 31;
    REQUIRE(last_day_of_month(year{y}, month{static_cast<unsigned>(m)}).day() == day{static_cast<unsigned>(longest)});
    weekday_number = (weekday_number + 1) % 7;
    if (++d <= longest) continue;
    d = 1;
    if (++m > 12) m = 1, ++y;
  }
}

TEST_CASE("instants and wall clocks read back as written") {
  std::mt19937_64 random(10);
  std::uniform_int_distribution<std::int64_t> moments(-30'000'000'000'000, 60'000'000'000'000);
  for (int round = 0; round < 5'000; ++round) {
    const Instant instant{milliseconds{moments(random)}};
    CHECK(*parse_instant(iso(instant)) == instant);
    const auto local = to_vietnam(instant);
    CHECK(*parse_local_minute(iso(local)) == local);
    CHECK(to_vietnam(to_instant(local)) == local);
    CHECK(at(date_of(local), time_of_day(local)) == local);
    CHECK(instant - to_instant(local) < 1min);
  }
}
