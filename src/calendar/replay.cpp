// SPDX-License-Identifier: Apache-2.0
// A second, slow way to the deadline: nothing here is shared with the projection, and no calendar is consulted but the
// one that the steps themselves write down. It is what a person does who checks the explanation with a pencil.
#include <algorithm>
#include <map>
#include <set>

#include "calendar/explanation.hpp"

namespace haidang::calendar {
namespace {

using std::chrono::minutes;

constexpr int kMostDays = 40000;  // a century: beyond it the steps do not lead to a deadline

LocalMinute midnight(LocalDate date) {
  return at(date, minutes{0});
}
LocalMinute clock_on(LocalDate date, int since_midnight) {
  return at(date, minutes{since_midnight});
}
int clock_of(LocalMinute moment) {
  return static_cast<int>(time_of_day(moment).count());
}

/// The office hours, days off and pauses that the steps name.
class PencilCalendar {
 public:
  explicit PencilCalendar(std::span<const Step> steps) {
    for (const auto& step : steps) {
      if (step.kind == StepKind::Hours) weeks_.push_back(&step);
      if (step.kind == StepKind::DayHours) dated_[step.days.front().date] = step.spans;
      if (step.kind == StepKind::Paused) pauses_.push_back({step.other, step.at});
      if (step.kind == StepKind::DaysOff)
        for (const auto& day : step.days) dated_[day.date] = {};
    }
  }

  std::vector<WorkSpan> spans(LocalDate date) const {
    if (const auto dated = dated_.find(date); dated != dated_.end()) return dated->second;
    const auto* week = week_of(date);
    return week ? week->spans : std::vector<WorkSpan>{};
  }

  bool is_counted(LocalDate date) const {
    if (const auto dated = dated_.find(date); dated != dated_.end()) return !dated->second.empty();
    const auto* week = week_of(date);
    return week && !week->spans.empty() && week->counts_as_working_day;
  }

  LocalMinute next_open(LocalMinute moment) const {
    auto date = date_of(moment);
    int clock = clock_of(moment);
    for (int days = 0; days < kMostDays; ++days, date = add_days(date, 1), clock = 0)
      for (const auto& span : spans(date))
        if (clock < span.to) return clock_on(date, std::max(clock, span.from));
    return moment;
  }

  int closing(LocalDate date) const {
    const auto hours = spans(date);
    return hours.empty() ? 1439 : std::min(hours.back().to, 1439);
  }

  const std::vector<Interval>& pauses() const { return pauses_; }

 private:
  const Step* week_of(LocalDate date) const {
    for (const auto* week : weeks_)
      if (week->weekdays[weekday_of(date).c_encoding()] && (!week->valid_from || *week->valid_from <= date) &&
          (!week->valid_to || date <= *week->valid_to))
        return week;
    return nullptr;
  }

  std::vector<const Step*> weeks_;
  std::map<LocalDate, std::vector<WorkSpan>> dated_;
  std::vector<Interval> pauses_;
};

class Pencil {
 public:
  explicit Pencil(std::span<const Step> steps) : calendar_(steps) {
    for (const auto& step : steps)
      if (step.kind == StepKind::Allowed) terms_ = &step.terms;
  }

  /// Follows one step; false when it does not follow from those before.
  bool follow(const Step& step) {
    switch (step.kind) {
      case StepKind::Hours:
      case StepKind::DaysOff:
      case StepKind::DayHours:
      case StepKind::Paused:
      case StepKind::Allowed:
        return true;
      case StepKind::Received:
      case StepKind::Restarted:
        counted_from_ = step.at;
        return true;
      case StepKind::StartMoved:
        if (step.other != counted_from_ || calendar_.next_open(counted_from_) != step.at) return false;
        counted_from_ = step.at;
        return true;
      case StepKind::CutOffPassed:
        passed_ = clock_of(counted_from_) > step.amount;
        return passed_;
      case StepKind::FirstDay:
        return find_first_day(date_of(step.at));
      case StepKind::Counted:
        day_ = count(first_day_, step.amount, step.unit == BudgetKind::CalendarDays);
        due_ = due_on(day_);
        return day_ == date_of(step.at);
      case StepKind::WorkedUntil:
        due_ = work(counted_from_, budget_minutes());
        return due_ == step.at && adds_up(step);
      case StepKind::Rolled:
        if (day_ != date_of(step.other) && terms_->budget.kind != BudgetKind::ByDate) return false;
        day_ = roll(date_of(step.other), terms_->budget.kind != BudgetKind::ByDate);
        due_ = due_on(day_);
        return day_ == date_of(step.at);
      case StepKind::ExtendedBy:
        return extend(step);
      case StepKind::ExtendedUntil:
        due_ = step.at;
        return extended_ = true;
      case StepKind::Due:
        return settle(step.at);
    }
    return false;
  }

  bool has_terms() const { return terms_ != nullptr; }
  LocalMinute due() const { return due_; }

 private:
  std::int64_t budget_minutes() const {
    return terms_->budget.amount * (terms_->budget.kind == BudgetKind::WorkingDays ? terms_->minutes_per_day : 1);
  }

  bool is_paused(LocalMinute moment) const {
    return std::any_of(calendar_.pauses().begin(), calendar_.pauses().end(),
                       [&](const Interval& pause) { return pause.from <= moment && moment < pause.to; });
  }

  /// Minute by minute.
  LocalMinute work(LocalMinute from, std::int64_t amount) const {
    auto date = date_of(from);
    for (int days = 0; days < kMostDays; ++days, date = add_days(date, 1))
      for (const auto& span : calendar_.spans(date))
        for (int clock = span.from; clock < span.to; ++clock) {
          const auto moment = clock_on(date, clock);
          if (moment >= from && !is_paused(moment) && --amount == 0) return moment + minutes{1};
        }
    return {};
  }

  LocalDate stop_day(LocalMinute moment) const {
    const bool plain = terms_->outside_hours == OutsideHours::AsItIs || terms_->budget.kind == BudgetKind::CalendarDays;
    return date_of(plain ? moment : calendar_.next_open(moment));
  }

  LocalDate resume_day(LocalMinute moment) const {
    const auto& cut_off = terms_->budget.cut_off;
    const bool late = cut_off && terms_->outside_hours == OutsideHours::NextOpening &&
                      clock_of(calendar_.next_open(moment)) > *cut_off;
    return add_days(stop_day(moment), late ? 1 : 0);
  }

  bool is_taken_out(LocalDate date, bool is_last) const {
    return std::any_of(calendar_.pauses().begin(), calendar_.pauses().end(), [&](const Interval& pause) {
      if (is_last && pause.from >= due_on(date)) return false;
      return stop_day(pause.from) <= date && date < resume_day(pause.to);
    });
  }

  /// Day by day.
  LocalDate count(LocalDate from, std::int64_t amount, bool every_day) const {
    auto date = from;
    for (int days = 0; days < kMostDays; ++days, date = add_days(date, 1)) {
      if (!every_day && !calendar_.is_counted(date)) continue;
      if (is_taken_out(date, amount == 1)) continue;
      if (--amount == 0) return date;
    }
    return {};
  }

  LocalDate roll(LocalDate date, bool pauses_count) const {
    for (int days = 0; days < kMostDays; ++days, date = add_days(date, 1))
      if (calendar_.is_counted(date) && (days == 0 || !pauses_count || !is_taken_out(date, true))) return date;
    return {};
  }

  LocalMinute due_on(LocalDate date) const {
    switch (terms_->due_at) {
      case DueAt::Closing:
        return clock_on(date, calendar_.closing(date));
      case DueAt::EndOfDay:
        return clock_on(date, 1439);
      case DueAt::StartHour:
        return clock_on(date, clock_of(counted_from_));
    }
    return {};
  }

  bool find_first_day(LocalDate claimed) {
    auto date = date_of(counted_from_);
    const bool same_day = terms_->budget.kind == BudgetKind::SameDay;
    if (same_day ? passed_ : terms_->count_from == CountFrom::NextDay) date = add_days(date, 1);
    if (terms_->budget.kind != BudgetKind::CalendarDays)
      while (!calendar_.is_counted(date) && date < kLastDay) date = add_days(date, 1);
    first_day_ = date;
    return date == claimed;
  }

  bool adds_up(const Step& step) const {
    std::int64_t sum = 0;
    for (const auto& stretch : step.stretches) sum += std::int64_t{stretch.days} * stretch.minutes_each;
    return sum == budget_minutes();
  }

  bool extend(const Step& step) {
    settle_base();
    const auto next = add_days(date_of(due_), 1);
    const bool by_the_minute = step.unit == BudgetKind::WorkingDays && terms_->count_from == CountFrom::Instant;
    if (step.unit == BudgetKind::WorkingMinutes || by_the_minute)
      due_ = work(due_, step.amount * (by_the_minute ? terms_->minutes_per_day : 1));
    else if (step.unit == BudgetKind::CalendarDays)
      due_ = due_on(terms_->roll == Roll::None ? count(next, step.amount, true)
                                               : roll(count(next, step.amount, true), true));
    else
      due_ = due_on(count(next, step.amount, false));
    extended_ = true;
    return due_ == step.at;
  }

  /// The deadline before any extension, from what has been counted.
  void settle_base() {
    const auto& budget = terms_->budget;
    if (budget.kind == BudgetKind::ByDate) {
      const auto named = add_days(budget.date, budget.strictly_before ? -1 : 0);
      const auto day = due_ == LocalMinute{} ? named : day_;
      const int usual = terms_->due_at == DueAt::EndOfDay ? 1439 : calendar_.closing(day);
      due_ = clock_on(day, budget.hour.value_or(usual));
    }
    if (budget.minutes_after_cut_off && day_ > date_of(counted_from_))
      due_ = work(midnight(day_), *budget.minutes_after_cut_off);
  }

  bool settle(LocalMinute claimed) {
    if (!extended_) settle_base();
    return due_ == claimed;
  }

  PencilCalendar calendar_;
  const RuleTerms* terms_ = nullptr;
  LocalMinute counted_from_{}, due_{};
  LocalDate first_day_{}, day_{};
  bool passed_ = false, extended_ = false;
};

}  // namespace

std::optional<LocalMinute> replay(std::span<const Step> steps) {
  Pencil pencil(steps);
  if (!pencil.has_terms() || steps.empty() || steps.back().kind != StepKind::Due) return {};
  for (const auto& step : steps)
    if (!pencil.follow(step)) return {};
  return pencil.due();
}

}  // namespace haidang::calendar
