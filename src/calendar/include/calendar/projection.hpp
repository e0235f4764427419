// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>

#include "calendar/calendar.hpp"
#include "calendar/deadline_rule.hpp"

namespace haidang::calendar {

/// A stretch of wall-clock time, `to` excluded.
struct Interval {
  LocalMinute from, to;
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// An extension as granted: more time (counted after the deadline so far), or a new date.
struct ExtensionTerms {
  enum class Kind { None, MoreTime, Until } kind = Kind::None;
  BudgetKind unit = BudgetKind::WorkingDays;  ///< of MoreTime: WorkingMinutes, WorkingDays or CalendarDays
  std::int64_t amount = 0;
  LocalMinute until{};
};

/// What happened, settled: restarts have become the start, pauses are sorted, disjoint and end after the start.
struct Ledger {
  LocalMinute start;
  std::span<const Interval> pauses;
  ExtensionTerms extension;
};

/// The deadline, and the waypoints that its explanation names.
struct Projection {
  LocalMinute counted_from;  ///< the start, moved into working hours where the rule says so
  DayNumber first_day = 0;   ///< the first counted day (budgets of days)
  DayNumber last_day = 0;    ///< the day that counting reached, before rolling
  DayNumber due_day = 0;     ///< after rolling
  LocalMinute due_before_extension;
  LocalMinute due;  ///< Calendar::last_moment() when the range of calendars was left
};

/// THE computation. Allocates nothing, reads only its arguments, and costs the same for any span.
Projection project(const Calendar&, const RuleTerms&, const Ledger&);

/// For a budget of days, the first day that a pause takes out, and the first day after it that counts again:
/// a pause from day A to day B takes out A, and counting goes on with B.
DayNumber stop_day(const Calendar&, const RuleTerms&, LocalMinute);
DayNumber resume_day(const Calendar&, const RuleTerms&, LocalMinute);

}  // namespace haidang::calendar
