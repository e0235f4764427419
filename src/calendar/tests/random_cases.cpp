// SPDX-License-Identifier: Apache-2.0
#include "random_cases.hpp"

#include <set>

#include "base/ensure.hpp"

namespace haidang::calendar::testing {
namespace {

using std::chrono::minutes;

LocalDate day_in_play(std::mt19937& random) {
  return add_days(LocalDate{std::chrono::year{2024}, std::chrono::January, std::chrono::day{1}}, pick(random, 0, 400));
}

std::vector<WorkSpan> random_spans(std::mt19937& random) {
  switch (pick(random, 0, 4)) {
    case 0:
      return {{450, 690}, {750, 990}};
    case 1:
      return {{420, 690}, {810, 1020}};
    case 2:
      return {{pick(random, 300, 500), pick(random, 501, 700)}};
    case 3:
      return {{400, 401}, {500, 640}, {640, 900}};
    default:
      return {{0, 1440}};
  }
}

WeeklyHours weekly(std::vector<WorkSpan> spans, std::array<bool, 7> weekdays) {
  WeeklyHours hours;
  hours.weekdays = weekdays;
  hours.spans = std::move(spans);
  hours.source = {"thử", "", true};
  return hours;
}

constexpr std::array<bool, 7> kMondayToFriday{false, true, true, true, true, true, false};
constexpr std::array<bool, 7> kSaturday{false, false, false, false, false, false, true};

ExtensionTerms random_extension(std::mt19937& random) {
  static constexpr BudgetKind kUnits[] = {BudgetKind::WorkingMinutes, BudgetKind::WorkingDays,
                                          BudgetKind::CalendarDays};
  return {ExtensionTerms::Kind::MoreTime, kUnits[pick(random, 0, 2)], pick(random, 1, 10), {}};
}

RuleTerms random_terms(std::mt19937& random) {
  RuleTerms terms;
  terms.budget.kind = static_cast<BudgetKind>(pick(random, 0, 4));
  terms.budget.amount = terms.budget.kind == BudgetKind::WorkingMinutes ? pick(random, 1, 6000) : pick(random, 1, 25);
  if (terms.budget.kind == BudgetKind::SameDay) {
    terms.budget.amount = 1;
    if (pick(random, 0, 2) > 0) terms.budget.cut_off = pick(random, 600, 1000);
    if (pick(random, 0, 2) == 0) terms.budget.minutes_after_cut_off = pick(random, 1, 120);
  }
  if (terms.budget.kind == BudgetKind::ByDate) {
    terms.budget.date = day_in_play(random);
    if (pick(random, 0, 1) == 0) terms.budget.hour = pick(random, 300, 1200);
    terms.budget.strictly_before = !terms.budget.hour && pick(random, 0, 1) == 0;
  }
  terms.count_from = static_cast<CountFrom>(pick(random, 0, terms.budget.kind == BudgetKind::CalendarDays ? 1 : 2));
  terms.outside_hours = static_cast<OutsideHours>(pick(random, 0, 1));
  terms.due_at = static_cast<DueAt>(pick(random, 0, 2));
  terms.roll = static_cast<Roll>(pick(random, 0, 1));
  terms.after_supplement = static_cast<AfterSupplement>(pick(random, 0, 1));
  return terms;
}

}  // namespace

int pick(std::mt19937& random, int least, int most) {
  return std::uniform_int_distribution<int>(least, most)(random);
}

CalendarDefinition random_definition(std::mt19937& random) {
  CalendarDefinition definition;
  definition.id = "ngẫu nhiên";
  definition.name = {"ngẫu nhiên", "random"};
  auto until_summer = weekly(random_spans(random), kMondayToFriday);
  auto since_summer = weekly(random_spans(random), kMondayToFriday);
  const auto change = day_in_play(random);
  until_summer.valid_to = change;
  since_summer.valid_from = add_days(change, 1);
  definition.weekly_hours = {until_summer, since_summer};
  if (pick(random, 0, 1) == 0) {
    auto duty = weekly({{450, 690}}, kSaturday);
    duty.counts_as_working_day = false;
    definition.weekly_hours.push_back(duty);
  }
  std::set<LocalDate> used;
  for (int i = pick(random, 0, 40); i > 0; --i)
    if (const auto date = day_in_play(random); used.insert(date).second)
      definition.days_off.push_back({date, date, {"nghỉ", "off"}, {"thử", "", true}});
  for (int i = pick(random, 0, 6); i > 0; --i)
    if (const auto date = day_in_play(random); used.insert(date).second)
      definition.special_days.push_back({date, random_spans(random), {"riêng", "special"}, {"thử", "", true}});
  for (int i = pick(random, 0, 5); i > 0; --i) {
    const auto monday = std::chrono::local_days{day_in_play(random)};
    const LocalDate off{monday + (std::chrono::Monday - std::chrono::weekday{monday})};
    const auto worked = add_days(off, 5);
    if (used.count(off) || used.count(worked)) continue;
    used.insert({off, worked});
    definition.swaps.push_back({off, worked, {}, {"hoán đổi", "swap"}, {"thử", "", true}});
  }
  return definition;
}

std::shared_ptr<const Calendar> compiled(CalendarDefinition definition) {
  auto calendar = Calendar::compile({std::move(definition)});
  ensure(calendar.has_value(), "a random calendar is a valid one");
  return *calendar;
}

LocalMinute random_moment(std::mt19937& random) {
  return at(day_in_play(random), minutes{pick(random, 0, 3) == 0 ? pick(random, 0, 1439) : pick(random, 420, 1020)});
}

Pause random_pause(std::mt19937& random, LocalMinute not_before) {
  Pause pause;
  pause.from = not_before + minutes{pick(random, 0, 40 * 1440)};
  pause.to = pause.from + minutes{pick(random, 0, 1) == 0 ? pick(random, 0, 1000) : pick(random, 0, 12 * 1440)};
  pause.reason = static_cast<PauseReason>(pick(random, 0, 4));
  return pause;
}

DeadlineCase random_case(std::mt19937& random, std::shared_ptr<const Calendar> calendar) {
  DeadlineCase matter;
  matter.name = "ngẫu nhiên";
  matter.rule.id = "ngẫu nhiên";
  matter.rule.terms = random_terms(random);
  matter.calendar = std::move(calendar);
  matter.start = random_moment(random);
  for (int i = pick(random, 0, 4); i > 0; --i) matter.pauses.push_back(random_pause(random, matter.start));
  if (pick(random, 0, 5) == 0) matter.restarts.push_back({matter.start + minutes{pick(random, 0, 20000)}, ""});
  if (pick(random, 0, 2) == 0) matter.extensions.push_back({matter.start, random_extension(random), ""});
  return matter;
}

}  // namespace haidang::calendar::testing
