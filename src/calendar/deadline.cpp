// SPDX-License-Identifier: Apache-2.0
#include "calendar/deadline.hpp"

#include <algorithm>

#include "explain.hpp"
#include "settle.hpp"

namespace haidang::calendar {
namespace {

/// Working minutes in [from, to) during which the clock ran.
std::int64_t running_minutes(const Calendar& calendar, const SettledCase& settled, LocalMinute from, LocalMinute to) {
  auto minutes = calendar.working_minutes_between(from, to);
  for (const auto& pause : settled.pauses)
    minutes -= calendar.working_minutes_between(std::max(pause.from, from), std::min(pause.to, to));
  return minutes;
}

DeadlineState state_of(const DeadlineCase& matter, const SettledCase& settled) {
  if (matter.finished_at && *matter.finished_at <= settled.as_of) return DeadlineState::Finished;
  if (settled.as_of > settled.projection.due) return DeadlineState::Late;
  return settled.stands_still ? DeadlineState::Paused : DeadlineState::Running;
}

void measure(const DeadlineCase& matter, const SettledCase& settled, Deadline& result) {
  const auto& calendar = *matter.calendar;
  const auto from = settled.projection.counted_from, due = settled.projection.due;
  const bool finished = result.state == DeadlineState::Finished;
  const auto until = finished ? *matter.finished_at : settled.as_of;
  result.consumed_minutes = running_minutes(calendar, settled, from, until);
  // Past the deadline nothing stops the lateness from growing, so pauses after it are not taken out.
  result.remaining_minutes = until <= due ? running_minutes(calendar, settled, std::max(until, from), due)
                                          : -calendar.working_minutes_between(due, until);
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
