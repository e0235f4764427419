// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "calendar/library.hpp"

namespace haidang::calendar {
namespace {

/// A small calendar file with these members besides its hours.
std::string file_with(const std::string& members, const std::string& spans = R"("07:30-11:30","12:30-16:30")") {
  return fmt::format(R"({{"format":"haidang-calendar/1","id":"thử","name":{{"vi":"Thử"}},
    "complete_from":"2024-01-01","complete_until":"2024-12-31",
    "weekly_hours":[{{"weekdays":["mon","tue","wed","thu","fri"],"spans":[{}],"source":{{"document":"QĐ"}}}}]{}}})",
                     spans, members.empty() ? "" : "," + members);
}

Code code_of(const std::string& text) {
  auto definition = parse_calendar(text);
  if (!definition) return definition.error().code;
  const auto calendar = Library::with_packs().compile(std::move(*definition));
  REQUIRE_MESSAGE(!calendar.has_value(), text);
  return calendar.error().code;
}

TEST_CASE("a calendar that contradicts itself is refused, and the rejection says how") {
  const std::string source = R"("source":{"document":"QĐ"})", name = R"("name":{"vi":"nghỉ"})";
  const auto off = [&](const std::string& date) { return fmt::format(R"({{"date":"{}",{},{}}})", date, name, source); };
  CHECK(code_of(file_with("", R"("07:30-11:30","11:00-12:00")")) == Code::CalendarHoursOverlap);
  CHECK(code_of(file_with("", R"("11:30-07:30")")) == Code::CalendarHoursUnreadable);
  CHECK(code_of(file_with("", R"("07:30-25:00")")) == Code::CalendarHoursUnreadable);
  CHECK(code_of(file_with("", R"("7h30-11h30")")) == Code::CalendarHoursUnreadable);
  CHECK(code_of(file_with("", "")) == Code::CalendarWithoutHours);
  CHECK(code_of(file_with(R"("days_off":[)" + off("2024-05-01") + "," + off("2024-05-01") + "]")) ==
        Code::CalendarDayTwice);
  CHECK(code_of(file_with(R"("days_off":[)" + off("2025-05-01") + "]")) == Code::CalendarDateOutside);
  CHECK(code_of(file_with(R"("days_off":[)" + off("2024-05-04") +
                          R"(],"swaps":[{"off":"2024-04-29","worked":"2024-05-04",)" + source + "}]")) ==
        Code::CalendarDayOffAndWorked);
  CHECK(code_of(file_with(R"("swaps":[{"off":"2024-04-29",)" + source + "}]")) == Code::CalendarSwapWithoutPair);
  CHECK(code_of(file_with(R"("swaps":[{"worked":"2024-05-04",)" + source + "}]")) == Code::CalendarSwapWithoutPair);
  CHECK(code_of(file_with(R"("swaps":[{"off":"2024-05-05","worked":"2024-05-04",)" + source + "}]")) ==
        Code::CalendarSwapOffDayIdle);
  CHECK(code_of(file_with(R"("swaps":[{"off":"2024-04-29","worked":"2024-05-06",)" + source + "}]")) ==
        Code::CalendarSwapDayAlreadyWorked);
  CHECK(code_of(file_with(R"("days_off":[{"from":"2024-02-14","to":"2024-02-08",)" + name + "," + source + "}]")) ==
        Code::CalendarPeriodReversed);
  CHECK(code_of(file_with(R"("days_off":[{"date":"2024-05-01",)" + name + "}]")) == Code::CalendarSourceMissing);
  CHECK(code_of(file_with(R"("extends":"thử")")) == Code::CalendarExtendsItself);
  CHECK(code_of(file_with(R"("extends":"không có")")) == Code::CalendarUnknown);
}

TEST_CASE("a calendar whose shape is wrong is refused, with the path of the field") {
  CHECK(code_of(file_with(R"("days_of":[])")) == Code::JsonUnknownField);
  CHECK(code_of(file_with(R"("days_off":[{"date":"2024-02-30","name":{"vi":"x"},"source":{"document":"d"}}])")) ==
        Code::JsonFieldInvalid);
  CHECK(code_of(file_with(R"("days_off":[{"date":"1999-12-31","name":{"vi":"x"},"source":{"document":"d"}}])")) ==
        Code::JsonFieldInvalid);
  CHECK(code_of(R"({"format":"other/9","id":"x","name":{"vi":"x"}})") == Code::CalendarFormatUnknown);
  CHECK(code_of(R"([])") == Code::JsonFieldInvalid);
  CHECK(code_of(R"({"id")") == Code::JsonMalformed);
}

TEST_CASE("every rejection of a calendar fills its sentences in both languages") {
  const auto problem =
      parse_calendar(file_with(R"("swaps":[{"off":"2024-04-29","source":{"document":"QĐ"}}])")).error();
  CHECK(message(problem, Language::Vietnamese) == "Ngày hoán đổi 29/4/2024 thiếu ngày đi đôi với nó.");
  CHECK(message(problem, Language::English) == "The swap day 29/4/2024 lacks its partner.");
}

TEST_CASE("an office that extends a calendar keeps its days off and brings its own hours and days") {
  auto library = Library::with_packs();
  auto definition =
      parse_calendar(R"({"format":"haidang-calendar/1","id":"phường","name":{"vi":"Phường"},"extends":"vietnam",
    "weekly_hours":[{"weekdays":["mon"],"spans":["08:00-12:00"],"source":{"document":"QĐ"}}],
    "special_days":[{"date":"2024-04-30","spans":["08:00-10:00"],"name":{"vi":"trực lễ"},"source":{"document":"QĐ"}}]})");
  REQUIRE(definition.has_value());
  const auto office = library.add(std::move(*definition));
  REQUIRE(office.has_value());
  const auto date = [](unsigned month, unsigned day) {
    return LocalDate{std::chrono::year{2024}, std::chrono::month{month}, std::chrono::day{day}};
  };
  CHECK((*office)->minutes_on(date(3, 4)) == 240);   // its own Monday
  CHECK((*office)->minutes_on(date(3, 5)) == 480);   // Tuesday of the base
  CHECK((*office)->minutes_on(date(5, 1)) == 0);     // day off of the base
  CHECK((*office)->minutes_on(date(4, 30)) == 120);  // its own day on top of a day off
  CHECK((*office)->minutes_on(date(5, 4)) == 240);   // the Saturday worked for Monday 29 April has Monday's hours
  CHECK((*office)->complete_until() == (*library.calendar("vietnam"))->complete_until());
}

TEST_CASE("the Vietnamese calendar has forty hours in an ordinary week, and marks what nobody has verified") {
  const auto calendar = *Library::with_packs().calendar("vietnam");
  const auto monday =
      at(LocalDate{std::chrono::year{2024}, std::chrono::March, std::chrono::day{4}}, std::chrono::minutes{0});
  CHECK(calendar->working_minutes_between(monday, monday + std::chrono::hours{24 * 7}) == 40 * 60);
  int unverified = 0;
  for (const auto& [day, entry] : calendar->entries()) {
    CHECK(!entry.source.document.empty());
    unverified += entry.source.verified ? 0 : 1;
  }
  CHECK(unverified == 2);  // the swap of 31 August 2026, both days
}

TEST_CASE("a rule is taken in the version of the day on which the case began") {
  const auto library = Library::with_packs();
  const LocalDate last{std::chrono::year{2025}, std::chrono::June, std::chrono::day{30}};
  CHECK(library.rule("mot-cua-2018", last).has_value());
  CHECK(library.rule("mot-cua-2018", add_days(last, 1)).error().code == Code::RuleNotInForce);
  CHECK(library.rule("mot-cua-2025", last).error().code == Code::RuleNotInForce);
  CHECK(library.rule("mot-cua-1990", last).error().code == Code::RuleUnknown);
}

}  // namespace
}  // namespace haidang::calendar
