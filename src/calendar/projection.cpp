// SPDX-License-Identifier: Apache-2.0
#include "calendar/projection.hpp"

#include <algorithm>

namespace haidang::calendar {
namespace {

using std::chrono::minutes;

constexpr int kLastMinuteOfDay = 24 * 60 - 1;
constexpr int kMinutesPerDay = 24 * 60;

LocalMinute moment_at(DayNumber day, int since_midnight) {
  return LocalMinute{minutes{std::int64_t{day} * kMinutesPerDay + since_midnight}};
}

int clock_of(LocalMinute moment) {
  return static_cast<int>((moment - moment_at(day_number(moment), 0)).count());
}

DayNumber last_known_day() {
  return day_number(Calendar::last_moment());
}

bool runs_by_the_minute(const RuleTerms& terms) {
  return terms.budget.kind == BudgetKind::WorkingMinutes ||
         (terms.budget.kind == BudgetKind::WorkingDays && terms.count_from == CountFrom::Instant);
}

/// A projection under way: the calendar, the rule and the pauses do not change, the stretches follow each other.
class Counting {
 public:
  Counting(const Calendar& calendar, const RuleTerms& terms, std::span<const Interval> pauses)
      : calendar_(calendar), terms_(terms), pauses_(pauses) {}

  LocalMinute counted_from(LocalMinute start) const {
    if (terms_.budget.kind == BudgetKind::ByDate) return start;
    if (!runs_by_the_minute(terms_)) {
      if (terms_.outside_hours == OutsideHours::AsItIs) return start;
      // What is handed in at the closing minute has still been handed in that day.
      if (terms_.count_from == CountFrom::NextDay && calendar_.is_open_at(start)) return start;
    }
    return calendar_.next_working_moment(start);
  }

  LocalMinute run_minutes(LocalMinute from, std::int64_t amount) const {
    const auto begin = calendar_.minutes_before(from);
    auto target = begin + amount;
    for (const auto& pause : pauses_) {
      const auto stopped = std::max(calendar_.minutes_before(pause.from), begin);
      if (stopped >= target) break;
      target += std::max<std::int64_t>(calendar_.minutes_before(pause.to) - stopped, 0);
    }
    return calendar_.moment_of(target);
  }

  DayNumber run_working_days(DayNumber first, std::int64_t amount, LocalMinute counted_from) const {
    const std::int64_t begin = calendar_.working_days_before(first);
    auto target = begin + amount - 1;
    for (const auto& pause : pauses_) {
      const std::int64_t stopped =
          std::max<std::int64_t>(calendar_.working_days_before(stop_day(calendar_, terms_, pause.from)), begin);
      if (stopped > target || is_too_late(pause, calendar_.working_day(target), counted_from)) break;
      const std::int64_t going_on = calendar_.working_days_before(resume_day(calendar_, terms_, pause.to));
      target += std::max<std::int64_t>(going_on - stopped, 0);
    }
    return calendar_.working_day(target);
  }

  DayNumber run_calendar_days(DayNumber first, std::int64_t amount, LocalMinute counted_from) const {
    const std::int64_t most = last_known_day();
    auto last = std::min(static_cast<std::int64_t>(first) + amount - 1, most);
    for (const auto& pause : pauses_) {
      const std::int64_t stopped = std::max<std::int64_t>(stop_day(calendar_, terms_, pause.from), first);
      if (stopped > last || is_too_late(pause, static_cast<DayNumber>(last), counted_from)) break;
      last = std::min(last + std::max<std::int64_t>(resume_day(calendar_, terms_, pause.to) - stopped, 0), most);
    }
    return static_cast<DayNumber>(last);
  }

  /// The day itself when it is worked, else the next working day on which the clock does not stand still.
  DayNumber roll(DayNumber day, LocalMinute counted_from) const {
    if (terms_.roll == Roll::None) return day;
    auto rolled = calendar_.working_day(calendar_.working_days_before(day));
    if (rolled == day) return day;
    for (const auto& pause : pauses_) {
      const auto going_on = resume_day(calendar_, terms_, pause.to);
      if (stop_day(calendar_, terms_, pause.from) > rolled || is_too_late(pause, rolled, counted_from)) break;
      if (going_on > rolled) rolled = calendar_.working_day(calendar_.working_days_before(going_on));
    }
    return rolled;
  }

  LocalMinute due_on(DayNumber day, LocalMinute counted_from) const {
    if (day >= last_known_day()) return Calendar::last_moment();
    switch (terms_.due_at) {
      case DueAt::Closing:
        return moment_at(day, calendar_.closing(day));
      case DueAt::EndOfDay:
        return moment_at(day, kLastMinuteOfDay);
      case DueAt::StartHour:
        return moment_at(day, clock_of(counted_from));
    }
    return moment_at(day, kLastMinuteOfDay);
  }

  /// Whether a pause began only when the deadline on that day had passed.
  bool is_too_late(const Interval& pause, DayNumber day, LocalMinute counted_from) const {
    return pause.from >= due_on(day, counted_from);
  }

  LocalMinute extend(LocalMinute due, const ExtensionTerms& extension, LocalMinute counted_from) const {
    if (extension.kind == ExtensionTerms::Kind::Until) return extension.until;
    const auto next = std::min(day_number(due) + 1, last_known_day());
    switch (extension.unit) {
      case BudgetKind::WorkingMinutes:
        return run_minutes(due, extension.amount);
      case BudgetKind::CalendarDays:
        return due_on(roll(run_calendar_days(next, extension.amount, counted_from), counted_from), counted_from);
      case BudgetKind::WorkingDays:
        if (terms_.count_from == CountFrom::Instant) return run_minutes(due, extension.amount * terms_.minutes_per_day);
        return due_on(run_working_days(next, extension.amount, counted_from), counted_from);
      case BudgetKind::SameDay:
      case BudgetKind::ByDate:
        break;
    }
    return due;
  }

 private:
  const Calendar& calendar_;
  const RuleTerms& terms_;
  std::span<const Interval> pauses_;
};

void count_days(const Calendar& calendar, const RuleTerms& terms, const Counting& counting, Projection& result) {
  const auto start = day_number(result.counted_from);
  const bool next = terms.count_from == CountFrom::NextDay;
  result.first_day = std::min(start + (next ? 1 : 0), last_known_day());
  if (terms.budget.kind == BudgetKind::CalendarDays) {
    result.last_day = counting.run_calendar_days(result.first_day, terms.budget.amount, result.counted_from);
    result.due_day = counting.roll(result.last_day, result.counted_from);
  } else {
    result.first_day = calendar.working_day(calendar.working_days_before(result.first_day));
    result.last_day = result.due_day =
        counting.run_working_days(result.first_day, terms.budget.amount, result.counted_from);
  }
  result.due = counting.due_on(result.due_day, result.counted_from);
}

void settle_same_day(const Calendar& calendar, const RuleTerms& terms, const Counting& counting, Projection& result) {
  const auto start = day_number(result.counted_from);
  const bool too_late = terms.budget.cut_off && clock_of(result.counted_from) > *terms.budget.cut_off;
  const auto wanted = std::min(start + (too_late ? 1 : 0), last_known_day());
  result.first_day = calendar.working_day(calendar.working_days_before(wanted));
  result.last_day = result.due_day = counting.run_working_days(result.first_day, 1, result.counted_from);
  result.due = counting.due_on(result.due_day, result.counted_from);
  if (terms.budget.minutes_after_cut_off && result.due_day > start)
    result.due = counting.run_minutes(moment_at(result.due_day, 0), *terms.budget.minutes_after_cut_off);
}

void settle_by_date(const Calendar& calendar, const RuleTerms& terms, Projection& result) {
  const Counting counting(calendar, terms, {});  // pauses do not move a named date
  const auto& budget = terms.budget;
  const auto named = day_number(budget.date) - (budget.strictly_before ? 1 : 0);
  result.first_day = result.last_day = std::max(named, day_number(kFirstDay));
  // Rolling would break "before".
  result.due_day = budget.strictly_before ? result.last_day : counting.roll(result.last_day, result.counted_from);
  const int hour = budget.hour                       ? *budget.hour
                   : terms.due_at == DueAt::EndOfDay ? kLastMinuteOfDay
                                                     : calendar.closing(result.due_day);
  result.due = moment_at(result.due_day, hour);
}

}  // namespace

DayNumber stop_day(const Calendar& calendar, const RuleTerms& terms, LocalMinute moment) {
  if (terms.outside_hours == OutsideHours::AsItIs || terms.budget.kind == BudgetKind::CalendarDays)
    return day_number(moment);
  return day_number(calendar.next_working_moment(moment));
}

DayNumber resume_day(const Calendar& calendar, const RuleTerms& terms, LocalMinute moment) {
  const auto day = stop_day(calendar, terms, moment);
  if (!terms.budget.cut_off || terms.outside_hours == OutsideHours::AsItIs) return day;
  return day + (clock_of(calendar.next_working_moment(moment)) > *terms.budget.cut_off ? 1 : 0);
}

Projection project(const Calendar& calendar, const RuleTerms& terms, const Ledger& ledger) {
  const Counting counting(calendar, terms, ledger.pauses);
  Projection result{};
  result.counted_from = counting.counted_from(ledger.start);
  if (runs_by_the_minute(terms)) {
    const auto unit = terms.budget.kind == BudgetKind::WorkingDays ? terms.minutes_per_day : 1;
    result.due = counting.run_minutes(result.counted_from, terms.budget.amount * unit);
    result.first_day = day_number(result.counted_from);
    result.last_day = result.due_day = day_number(result.due);
  } else if (terms.budget.kind == BudgetKind::SameDay) {
    settle_same_day(calendar, terms, counting, result);
  } else if (terms.budget.kind == BudgetKind::ByDate) {
    settle_by_date(calendar, terms, result);
  } else {
    count_days(calendar, terms, counting, result);
  }
  result.due_before_extension = result.due;
  if (ledger.extension.kind != ExtensionTerms::Kind::None)
    result.due = counting.extend(result.due, ledger.extension, result.counted_from);
  return result;
}

}  // namespace haidang::calendar
