// SPDX-License-Identifier: Apache-2.0
#include "due_date.hpp"

#include <doctest/doctest.h>

using namespace haidang;
using namespace haidang::review;

namespace {

LocalDate day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

std::shared_ptr<const calendar::Library> library() {
  static const auto kLibrary = std::make_shared<const calendar::Library>(calendar::Library::with_packs());
  return kLibrary;
}

DueDates issued_on(std::optional<LocalDate> date, Language language = Language::English) {
  return {library(), *library()->calendar("vietnam"), date, language};
}

ReviewDeadline after_issue(int count, DeadlineUnit unit) {
  ReviewDeadline deadline;
  deadline.shape = DeadlineShape::Relative;
  deadline.count = count;
  deadline.unit = unit;
  deadline.from = DeadlineFrom::Issue;
  return deadline;
}

}  // namespace

TEST_CASE("working days after the issue are counted on the calendar, and the counting is told") {
  const auto view = issued_on(day(2022, 6, 29)).view(after_issue(10, DeadlineUnit::WorkingDay));
  CHECK(view.due == day(2022, 7, 13));
  REQUIRE(!view.explanation.empty());
  CHECK(view.explanation[1] == "first counted day: Thursday 30 June 2022");
}

TEST_CASE("calendar days that end on a Sunday move to Monday; months end on the last day there is") {
  CHECK(issued_on(day(2022, 6, 29)).view(after_issue(4, DeadlineUnit::Day)).due == day(2022, 7, 4));
  CHECK(issued_on(day(2022, 8, 31)).view(after_issue(1, DeadlineUnit::Month)).due == day(2022, 9, 30));
}

TEST_CASE("a date is due as it is printed, a day off included") {
  ReviewDeadline deadline;
  deadline.shape = DeadlineShape::By;
  deadline.date = day(2022, 9, 2);
  deadline.time = "17:00";
  const auto view = issued_on(day(2022, 6, 29), Language::Vietnamese).view(deadline);
  CHECK(view.due == day(2022, 9, 2));
  CHECK(view.due_time == "17:00");
  REQUIRE(!view.explanation.empty());
  CHECK(view.explanation.front().starts_with("thời hạn đến 17:00 2/9/2022"));
  deadline.date = day(2022, 6, 1);
  CHECK(issued_on(day(2022, 6, 29)).view(deadline).due == day(2022, 6, 1));
}

TEST_CASE("nothing is due where the document does not tell: no date of issue, an event, hours, for ever") {
  CHECK(!issued_on({}).view(after_issue(10, DeadlineUnit::WorkingDay)).due);
  CHECK(!issued_on(day(2022, 6, 29)).view(after_issue(24, DeadlineUnit::Hour)).due);
  auto event = after_issue(3, DeadlineUnit::Day);
  event.from = DeadlineFrom::Event;
  CHECK(!issued_on(day(2022, 6, 29)).view(event).due);
  ReviewDeadline continuous;
  continuous.shape = DeadlineShape::Continuous;
  CHECK(!issued_on(day(2022, 6, 29)).view(continuous).due);
}
