// SPDX-License-Identifier: Apache-2.0
#include "calendar_views.hpp"

#include <doctest/doctest.h>

namespace haidang::calendar {
namespace {

LocalDate day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

EditCalendar typhoon_days() {
  EditCalendar command;
  command.edit.kind = CalendarEditKind::DaysOff;
  command.edit.from = day(2026, 9, 9);
  command.edit.to = day(2026, 9, 10);
  command.edit.name = CalendarText{"Nghỉ tránh bão", "Closed for the typhoon"};
  command.edit.source = {"Công điện 7/CĐ-UBND", {}, true};
  return command;
}

DeadlineInUse three_days_from(LocalDate start, const Library& library, const char* calendar, const char* name) {
  DeadlineCase matter;
  matter.name = name;
  matter.rule.terms.budget = {.kind = BudgetKind::WorkingDays, .amount = 3};
  matter.calendar = library.calendar(calendar).value();
  matter.start = at(start, std::chrono::hours{8});
  return {"/documents/1#" + matter.name, matter};
}

}  // namespace

TEST_CASE("a preview names the days that change and the deadlines that move, also on calendars that extend this one") {
  const auto packs = Library::with_packs();
  const auto decided = decide_edit(packs, {}, "vietnam", typhoon_days()).value();
  const std::vector deadlines{three_days_from(day(2026, 9, 7), packs, "vietnam", "moves"),
                              three_days_from(day(2026, 9, 14), packs, "vietnam", "stays"),
                              three_days_from(day(2026, 9, 8), packs, "vietnam-saturday-morning", "extends")};
  const auto preview = preview_of(decided, "vietnam", deadlines);
  REQUIRE(preview.days.size() == 2);
  CHECK(preview.days_changed == 2);
  CHECK(preview.days[0].date == day(2026, 9, 9));
  CHECK(preview.days[0].before.working_day);
  CHECK(preview.days[0].before.spans == std::vector<std::string>{"07:30-11:30", "12:30-16:30"});
  CHECK_FALSE(preview.days[0].after.working_day);
  CHECK(preview.days[0].after.name->vietnamese == "Nghỉ tránh bão");
  CHECK(preview.deadlines == 3);
  CHECK(preview.later == 2);
  CHECK(preview.earlier == 0);
  REQUIRE(preview.moved.size() == 2);
  CHECK(preview.moved[0].name == "moves");
  CHECK(preview.moved[0].page == "/documents/1#moves");
  CHECK(date_of(preview.moved[0].due_before) == day(2026, 9, 10));
  CHECK(date_of(preview.moved[0].due_after) == day(2026, 9, 14));
  CHECK(preview.moved[0].working_minutes == 960);
}

TEST_CASE("an edit of a calendar that extends another one leaves the deadlines of the other alone") {
  const auto packs = Library::with_packs();
  const auto decided = decide_edit(packs, {}, "vietnam-saturday-morning", typhoon_days()).value();
  const std::vector deadlines{three_days_from(day(2026, 9, 7), packs, "vietnam", "other")};
  const auto preview = preview_of(decided, "vietnam-saturday-morning", deadlines);
  CHECK(preview.deadlines == 0);
  CHECK(preview.days_changed == 2);
}

TEST_CASE("a year shows hours, days with their sources, and what was entered here") {
  const auto packs = Library::with_packs();
  const auto decided = decide_edit(packs, {}, "vietnam", typhoon_days()).value();
  const auto calendar = decided.after.calendar("vietnam-saturday-morning").value();
  const auto view = year_of(*calendar, decided.edits, 2026);
  CHECK(view.calendar == "vietnam-saturday-morning");
  CHECK(view.extends == "vietnam");
  CHECK(view.version == 1);
  CHECK(view.years == std::vector<int>{2021, 2022, 2023, 2024, 2025, 2026});
  REQUIRE(view.hours.size() == 2);
  CHECK(view.hours[0].weekdays == std::vector<std::string>{"sat"});
  CHECK(view.hours[1].weekdays == std::vector<std::string>{"mon", "tue", "wed", "thu", "fri"});
  int edits = 0;
  for (const auto& shown : view.days) {
    CHECK(static_cast<int>(shown.date.year()) == 2026);
    CHECK_FALSE(shown.source.document.empty());
    if (shown.origin == CalendarOrigin::Edit) ++edits;
  }
  CHECK(edits == 2);
  CHECK(summary_of(*decided.after.calendar("vietnam").value(), decided.edits).edits == 1);
}

}  // namespace haidang::calendar
