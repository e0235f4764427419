// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "calendar/deadline.hpp"
#include "random_cases.hpp"

namespace haidang::calendar {
namespace {

using std::chrono::minutes;
using testing::pick;

constexpr int kCalendars = 40;
constexpr int kCasesEach = 60;

/// The hours of a day, read from the definition without any sums.
std::vector<WorkSpan> hours_by_hand(const CalendarDefinition& definition, LocalDate date) {
  const auto weekly = [&](LocalDate day) {
    for (const auto& hours : definition.weekly_hours)
      if (hours.weekdays[weekday_of(day).c_encoding()] && day >= hours.valid_from.value_or(kFirstDay) &&
          day <= hours.valid_to.value_or(kLastDay))
        return hours.spans;
    return std::vector<WorkSpan>{};
  };
  for (const auto& off : definition.days_off)
    if (off.from <= date && date <= off.to) return {};
  for (const auto& special : definition.special_days)
    if (special.date == date) return special.spans;
  for (const auto& swap : definition.swaps) {
    if (swap.off == date) return {};
    if (swap.worked == date) return weekly(swap.off);
  }
  return weekly(date);
}

/// One minute after the other.
std::int64_t minutes_by_hand(const CalendarDefinition& definition, LocalMinute from, LocalMinute to) {
  std::int64_t count = 0;
  std::vector<WorkSpan> hours;
  LocalDate known{};
  for (auto moment = from; moment < to; moment += minutes{1}) {
    if (const auto date = date_of(moment); date != known) hours = hours_by_hand(definition, known = date);
    const auto clock = time_of_day(moment).count();
    for (const auto& span : hours) count += span.from <= clock && clock < span.to;
  }
  return count;
}

template <class Check>
void for_random_cases(unsigned seed, Check check) {
  std::mt19937 random(seed);
  for (int i = 0; i < kCalendars; ++i) {
    const auto definition = testing::random_definition(random);
    const auto calendar = testing::compiled(definition);
    for (int j = 0; j < kCasesEach; ++j) {
      INFO("calendar ", i, ", case ", j);
      check(random, testing::random_case(random, calendar), definition);
    }
  }
}

TEST_CASE("prefix sums count the same minutes as a person who counts one by one") {
  std::mt19937 random(1);
  for (int i = 0; i < 30; ++i) {
    const auto definition = testing::random_definition(random);
    const auto calendar = testing::compiled(definition);
    for (int j = 0; j < 4; ++j) {
      const auto from = testing::random_moment(random);
      const auto to = from + minutes{pick(random, 0, 30 * 1440)};
      CHECK(calendar->working_minutes_between(from, to) == minutes_by_hand(definition, from, to));
    }
  }
}

TEST_CASE("adding working minutes and then measuring them gives what was added") {
  std::mt19937 random(2);
  for (int i = 0; i < kCalendars; ++i) {
    const auto calendar = testing::compiled(testing::random_definition(random));
    for (int j = 0; j < 200; ++j) {
      const auto from = testing::random_moment(random);
      const auto amount = pick(random, 1, 50000);
      const auto to = calendar->add_working_minutes(from, amount);
      CHECK(calendar->working_minutes_between(from, to) == amount);
      // And no earlier moment would do.
      CHECK(calendar->working_minutes_between(from, to - minutes{1}) == amount - 1);
    }
  }
}

TEST_CASE("the next working moment is the first one at which a minute is worked") {
  std::mt19937 random(3);
  for (int i = 0; i < 40; ++i) {
    const auto calendar = testing::compiled(testing::random_definition(random));
    for (int j = 0; j < 100; ++j) {
      const auto from = testing::random_moment(random);
      const auto open = calendar->next_working_moment(from);
      CHECK(calendar->working_minutes_between(from, open) == 0);
      CHECK(calendar->working_minutes_between(open, open + minutes{1}) == 1);
    }
  }
}

TEST_CASE("the explanation recomputes to the same instant") {
  int explained = 0;
  for_random_cases(4, [&](std::mt19937&, const DeadlineCase& matter, const CalendarDefinition&) {
    const auto deadline = compute(matter);
    if (!deadline) return;
    ++explained;
    const auto replayed = replay(deadline->steps);
    REQUIRE_MESSAGE(replayed.has_value(), one_line(deadline->steps, Language::English));
    CHECK_MESSAGE(*replayed == deadline->due, one_line(deadline->steps, Language::English));
  });
  CHECK(explained > kCalendars * kCasesEach / 2);
}

TEST_CASE("an explanation that was tampered with does not recompute") {
  std::mt19937 random(5);
  const auto calendar = testing::compiled(testing::random_definition(random));
  for (int i = 0; i < 200; ++i) {
    const auto deadline = compute(testing::random_case(random, calendar));
    if (!deadline) continue;
    auto steps = deadline->steps;
    steps.back().at += minutes{1};
    CHECK(replay(steps) == std::nullopt);
  }
}

TEST_CASE("a pause never brings a deadline forward") {
  for_random_cases(6, [](std::mt19937& random, DeadlineCase matter, const CalendarDefinition&) {
    const auto without = compute(matter);
    matter.pauses.push_back(testing::random_pause(random, matter.start));
    const auto with = compute(matter);
    if (without && with) CHECK_MESSAGE(with->due >= without->due, one_line(with->steps, Language::English));
  });
}

TEST_CASE("the order in which pauses are entered does not matter") {
  for_random_cases(7, [](std::mt19937& random, DeadlineCase matter, const CalendarDefinition&) {
    const auto ordered = compute(matter);
    std::shuffle(matter.pauses.begin(), matter.pauses.end(), random);
    const auto shuffled = compute(matter);
    REQUIRE(ordered.has_value() == shuffled.has_value());
    if (!ordered) return;
    CHECK(ordered->due == shuffled->due);
    CHECK(ordered->consumed_minutes == shuffled->consumed_minutes);
    CHECK(one_line(ordered->steps, Language::English) == one_line(shuffled->steps, Language::English));
  });
}

TEST_CASE("a pause that is entered twice, or in two pieces, counts once") {
  for_random_cases(8, [](std::mt19937& random, DeadlineCase matter, const CalendarDefinition&) {
    matter.rule.terms.after_supplement = AfterSupplement::Shift;
    matter.pauses = {testing::random_pause(random, matter.start)};
    const auto once = compute(matter);
    const auto pause = matter.pauses.front();
    auto first = pause, second = pause;
    first.to = second.from = pause.from + (*pause.to - pause.from) / 2;
    matter.pauses = {second, pause, first};
    const auto pieces = compute(matter);
    REQUIRE(once.has_value() == pieces.has_value());
    if (once) CHECK(once->due == pieces->due);
  });
}

TEST_CASE("adding a day off never brings a deadline forward") {
  std::mt19937 random(9);
  for (int i = 0; i < kCalendars; ++i) {
    auto definition = testing::random_definition(random);
    const auto before = testing::compiled(definition);
    const auto date = date_of(testing::random_moment(random));
    if (before->entry_on(date)) continue;
    definition.days_off.push_back({date, date, {"thêm", "more"}, {"thử", "", true}});
    const auto after = Calendar::compile({definition});
    REQUIRE(after.has_value());
    for (int j = 0; j < 100; ++j) {
      auto matter = testing::random_case(random, before);
      const auto old_deadline = compute(matter);
      matter.calendar = *after;
      const auto new_deadline = compute(matter);
      if (old_deadline && new_deadline)
        CHECK_MESSAGE(new_deadline->due >= old_deadline->due, iso(date), "\n",
                      one_line(old_deadline->steps, Language::English), "\n",
                      one_line(new_deadline->steps, Language::English));
    }
  }
}

TEST_CASE("what is consumed and what remains add up to what was granted") {
  for_random_cases(10, [](std::mt19937& random, DeadlineCase matter, const CalendarDefinition&) {
    if (matter.rule.terms.budget.kind != BudgetKind::WorkingMinutes) return;
    matter.extensions.clear();
    const auto whole = compute(matter);
    if (!whole) return;
    matter.as_of = matter.start + minutes{pick(random, 0, 30 * 1440)};
    const auto then = compute(matter);
    REQUIRE(then.has_value());
    // Before a restart nothing of the new budget is consumed.
    if (*matter.as_of > whole->due) return;
    CHECK(then->consumed_minutes + then->remaining_minutes == matter.rule.terms.budget.amount);
  });
}

}  // namespace
}  // namespace haidang::calendar
