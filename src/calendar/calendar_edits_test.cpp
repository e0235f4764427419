// SPDX-License-Identifier: Apache-2.0
#include "calendar_edits.hpp"

#include <doctest/doctest.h>

#include <random>

namespace haidang::calendar {
namespace {

const Library& packs() {
  static const Library library = Library::with_packs();
  return library;
}
constexpr std::string_view kVietnam = "vietnam";

LocalDate day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

CalendarEdit edit(CalendarEditKind kind, LocalDate from, std::optional<LocalDate> to = {}) {
  CalendarEdit made;
  made.kind = kind;
  made.from = from;
  made.to = to;
  made.source = {"Thông báo 12/TB-UBND", {}, true};
  return made;
}

CalendarEdit days_off(LocalDate from, std::optional<LocalDate> to = {}) {
  auto made = edit(CalendarEditKind::DaysOff, from, to);
  made.name = CalendarText{"Nghỉ tránh bão", "Closed for the typhoon"};
  return made;
}

CalendarEdit worked_day(LocalDate date) {
  auto made = edit(CalendarEditKind::WorkedDay, date);
  made.name = CalendarText{"Làm bù", "Worked instead"};
  made.spans = std::vector<std::string>{"13:00-17:00", "08:00-11:00"};
  return made;
}

CalendarEdit swap(LocalDate off, LocalDate worked) {
  auto made = edit(CalendarEditKind::Swap, off);
  made.worked = worked;
  return made;
}

CalendarEdit removal(LocalDate from, std::optional<LocalDate> to = {}) {
  return edit(CalendarEditKind::RemoveEntry, from, to);
}

std::shared_ptr<const Calendar> after(std::vector<CalendarEdit> edits, std::string_view calendar = kVietnam) {
  EditsByCalendar by_calendar;
  by_calendar[std::string(kVietnam)] = std::move(edits);
  return edited_library(packs(), by_calendar).value().calendar(calendar).value();
}

std::optional<Code> objection(const CalendarEdit& wanted, std::vector<CalendarEdit> recorded = {}) {
  const auto found = find_objection(*after(std::move(recorded)), wanted);
  return found ? std::optional(found->code) : std::nullopt;
}

}  // namespace

TEST_CASE("an edit lies on the calendar it was made for and on those that extend it, and the packs stay as they are") {
  const auto typhoon = day(2026, 9, 9);
  for (const auto* id : {"vietnam", "vietnam-saturday-morning"}) {
    const auto edited = after({days_off(typhoon, day(2026, 9, 10))}, id);
    CHECK(edited->id() == id);
    CHECK_FALSE(edited->is_working_day(typhoon));
    CHECK_FALSE(edited->is_working_day(day(2026, 9, 10)));
    CHECK(edited->is_working_day(day(2026, 9, 11)));
    CHECK(edited->entry_on(typhoon)->is_edit);
    CHECK(edited->entry_on(typhoon)->name.vietnamese == "Nghỉ tránh bão");
  }
  CHECK(packs().calendar(kVietnam).value()->is_working_day(typhoon));
}

TEST_CASE("a removed day off follows its weekday again, and may be entered anew") {
  const auto labour_day = day(2026, 5, 1);
  CHECK_FALSE(after({})->is_working_day(labour_day));
  const auto removed = after({removal(labour_day)});
  CHECK(removed->is_working_day(labour_day));
  CHECK(removed->entry_on(labour_day) == nullptr);
  CHECK_FALSE(after({removal(labour_day), days_off(labour_day)})->is_working_day(labour_day));
}

TEST_CASE("a swap is a pair: removing one of its days gives both back") {
  const auto friday = day(2026, 10, 9), saturday = day(2026, 10, 17);
  const auto swapped = after({swap(friday, saturday)});
  CHECK(swapped->minutes_on(friday) == 0);
  CHECK(swapped->minutes_on(saturday) == 480);
  for (const auto& removed : {friday, saturday}) {
    const auto back = after({swap(friday, saturday), removal(removed)});
    CHECK(back->minutes_on(friday) == 480);
    CHECK(back->minutes_on(saturday) == 0);
  }
}

TEST_CASE("a swap of the packs can be removed as well") {
  const auto usual_calendar = packs().calendar(kVietnam).value();
  for (const auto& [number, entry] : usual_calendar->entries()) {
    if (entry.kind != DayKind::SwapWorked) continue;
    const auto back = after({removal(date_of_day(number))});
    CHECK_FALSE(back->is_working_day(date_of_day(number)));
    CHECK(back->is_working_day(entry.partner));
    return;
  }
  FAIL("the packs hold a swap");
}

TEST_CASE("hours of a season prevail over those of the packs, the latest entry first") {
  auto summer = edit(CalendarEditKind::Hours, day(2026, 4, 16), day(2026, 10, 15));
  summer.weekdays = std::vector<std::string>{"mon", "tue", "wed", "thu", "fri"};
  summer.spans = std::vector<std::string>{"07:00-11:30", "13:30-17:00"};
  auto fridays = edit(CalendarEditKind::Hours, day(2026, 6, 1), day(2026, 6, 30));
  fridays.weekdays = std::vector<std::string>{"fri"};
  fridays.spans = std::vector<std::string>{"07:00-11:00"};
  const auto edited = after({summer, fridays});
  CHECK(edited->hours_on(day(2026, 6, 4)).front().from == 7 * 60);
  CHECK(edited->minutes_on(day(2026, 6, 5)) == 240);
  CHECK(edited->hours_on(day(2026, 11, 2)).front().from == 7 * 60 + 30);
}

TEST_CASE("the horizon moves on when somebody says up to when days off are known") {
  CHECK(after({edit(CalendarEditKind::CompleteUntil, day(2027, 12, 31))})->complete_until() == day(2027, 12, 31));
  CHECK(after({}, "vietnam-saturday-morning")->complete_until() == day(2026, 12, 31));
}

TEST_CASE("an edit that contradicts the calendar is refused") {
  const auto friday = day(2026, 10, 9), saturday = day(2026, 10, 17);
  CHECK(objection(days_off(friday), {swap(friday, saturday)}) == Code::CalendarDayInSwap);
  CHECK(objection(worked_day(saturday), {swap(friday, saturday)}) == Code::CalendarDayInSwap);
  CHECK(objection(swap(day(2026, 10, 10), saturday)) == Code::CalendarSwapOffDayIdle);
  CHECK(objection(swap(friday, day(2026, 10, 16))) == Code::CalendarSwapDayAlreadyWorked);
  CHECK(objection(removal(friday)) == Code::CalendarNothingToRemove);
  CHECK(objection(days_off(friday, day(2026, 10, 8))) == Code::CalendarPeriodReversed);
  CHECK(objection(days_off(day(2026, 1, 1), day(2027, 12, 31))) == Code::CalendarPeriodReversed);
  CHECK(objection(days_off(day(1999, 1, 1))) == Code::CalendarDateOutside);
}

TEST_CASE("an edit says what its kind needs, nothing else, and what it rests on") {
  CHECK(objection(edit(CalendarEditKind::DaysOff, day(2026, 9, 9))) == Code::JsonFieldMissing);
  CHECK(objection(edit(CalendarEditKind::Swap, day(2026, 9, 9))) == Code::JsonFieldMissing);
  auto too_much = removal(day(2026, 5, 1));
  too_much.worked = day(2026, 5, 2);
  CHECK(objection(too_much) == Code::JsonFieldInvalid);
  auto hours = worked_day(day(2026, 9, 12));
  hours.spans = std::vector<std::string>{"8-11"};
  CHECK(objection(hours) == Code::CalendarHoursUnreadable);
  hours.spans = std::vector<std::string>{"08:00-11:00", "10:00-12:00"};
  CHECK(objection(hours) == Code::CalendarHoursOverlap);
  auto claimed = days_off(day(2026, 9, 9));
  claimed.source.document = "";
  CHECK(objection(claimed) == Code::CalendarSourceMissing);
  claimed.source.verified = false;
  CHECK_FALSE(objection(claimed));
}

TEST_CASE("after any accepted edits every day means what was last said of it") {
  std::mt19937 random(20'261'123);
  const auto usual_calendar = packs().calendar(kVietnam).value();
  for (int round = 0; round < 20; ++round) {
    std::vector<CalendarEdit> accepted;
    std::map<DayNumber, int> minutes;  // of the days of October 2026, kept by hand
    for (unsigned number = 1; number <= 31; ++number)
      minutes[day_number(day(2026, 10, number))] = usual_calendar->minutes_on(day(2026, 10, number));
    for (int step = 0; step < 12; ++step) {
      const auto one = day(2026, 10, 1 + random() % 31), other = day(2026, 10, 1 + random() % 31);
      const auto wanted = std::vector{days_off(one), worked_day(one), swap(one, other), removal(one)}[random() % 4];
      const auto current = after(accepted);
      if (find_objection(*current, wanted)) continue;
      const auto* entry = current->entry_on(one);
      const bool is_swap = entry && (entry->kind == DayKind::SwapOff || entry->kind == DayKind::SwapWorked);
      const auto usual = [&](LocalDate date) { return usual_calendar->minutes_on(date); };
      if (wanted.kind == CalendarEditKind::DaysOff) minutes[day_number(one)] = 0;
      if (wanted.kind == CalendarEditKind::WorkedDay) minutes[day_number(one)] = 420;
      if (wanted.kind == CalendarEditKind::Swap) minutes[day_number(one)] = 0, minutes[day_number(other)] = 480;
      if (wanted.kind == CalendarEditKind::RemoveEntry) minutes[day_number(one)] = usual(one);
      if (wanted.kind == CalendarEditKind::RemoveEntry && is_swap)
        minutes[day_number(entry->partner)] = usual(entry->partner);
      accepted.push_back(wanted);
    }
    const auto edited = after(accepted);
    for (const auto& [number, expected] : minutes) CHECK(edited->minutes_on(date_of_day(number)) == expected);
  }
}

}  // namespace haidang::calendar
