// SPDX-License-Identifier: Apache-2.0
#include "calendar/deadline.hpp"

#include <algorithm>

#include "explain.hpp"
#include "settle.hpp"

namespace haidang::calendar {
namespace {

bool counts_whole_days(const RuleTerms& terms) {
  return terms.budget.kind == BudgetKind::SameDay || terms.budget.kind == BudgetKind::CalendarDays ||
         (terms.budget.kind == BudgetKind::WorkingDays && terms.count_from != CountFrom::Instant);
}

/// What the clock did, in the unit of the budget: a budget of days begins with the first counted day, and a pause takes
/// whole days out of it, so that what is consumed and what remains add up to what was granted.
class RunningClock {
 public:
  RunningClock(const DeadlineCase& matter, const SettledCase& settled) : calendar_(*matter.calendar) {
    const auto& terms = matter.rule.terms;
    begin_ = settled.projection.counted_from;
    if (terms.budget.kind == BudgetKind::ByDate) return;
    if (!counts_whole_days(terms)) {
      pauses_ = settled.pauses;
      return;
    }
    begin_ = std::max(begin_, midnight(settled.projection.first_day));
    for (const auto& pause : settled.pauses)
      if (pause.from < settled.projection.due)
        pauses_.push_back(
            {midnight(stop_day(calendar_, terms, pause.from)), midnight(resume_day(calendar_, terms, pause.to))});
  }

  LocalMinute begin() const { return begin_; }

  std::int64_t minutes(LocalMinute from, LocalMinute to) const {
    auto sum = calendar_.working_minutes_between(std::max(from, begin_), to);
    for (const auto& pause : pauses_)
      sum -= calendar_.working_minutes_between(std::max({pause.from, from, begin_}), std::min(pause.to, to));
    return sum;
  }

 private:
  static LocalMinute midnight(DayNumber day) { return at(date_of_day(day), std::chrono::minutes{0}); }

  const Calendar& calendar_;
  LocalMinute begin_;
  std::vector<Interval> pauses_;
};

DeadlineState state_of(const DeadlineCase& matter, const SettledCase& settled) {
  if (matter.finished_at && *matter.finished_at <= settled.as_of) return DeadlineState::Finished;
  if (settled.as_of > settled.projection.due) return DeadlineState::Late;
  return settled.stands_still ? DeadlineState::Paused : DeadlineState::Running;
}

void measure(const DeadlineCase& matter, const SettledCase& settled, Deadline& result) {
  const RunningClock clock(matter, settled);
  const auto due = settled.projection.due;
  const bool finished = result.state == DeadlineState::Finished;
  const auto until = finished ? *matter.finished_at : settled.as_of;
  result.consumed_minutes = clock.minutes(clock.begin(), until);
  // Past the deadline nothing stops the lateness from growing, so pauses after it are not taken out.
  result.remaining_minutes =
      until <= due ? clock.minutes(until, due) : -matter.calendar->working_minutes_between(due, until);
  if (finished) result.on_time = *matter.finished_at <= due;
}

}  // namespace

Result<Deadline> compute(const DeadlineCase& matter) {
  auto settled = settle(matter);
  if (!settled) return pass_on(settled);
  Deadline result;
  result.due = settled->projection.due;
  if (settled->extension.kind != ExtensionTerms::Kind::None)
    result.due_before_extension = settled->projection.due_before_extension;
  result.as_of = settled->as_of;
  result.state = state_of(matter, *settled);
  result.provisional = settled->provisional && result.state != DeadlineState::Finished;
  result.minutes_per_day = matter.rule.terms.minutes_per_day;
  measure(matter, *settled, result);
  result.steps = explain(matter, *settled);
  result.warnings = std::move(settled->warnings);
  add_warnings(matter, *settled, result);
  return result;
}

}  // namespace haidang::calendar
