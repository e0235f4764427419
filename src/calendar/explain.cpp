// SPDX-License-Identifier: Apache-2.0
#include "explain.hpp"

#include <algorithm>

namespace haidang::calendar {
namespace {

bool runs_by_the_minute(const RuleTerms& terms) {
  return terms.budget.kind == BudgetKind::WorkingMinutes ||
         (terms.budget.kind == BudgetKind::WorkingDays && terms.count_from == CountFrom::Instant);
}

LocalMinute start_of(DayNumber day) {
  return at(date_of_day(day), std::chrono::minutes{0});
}

class Explaining {
 public:
  Explaining(const DeadlineCase& matter, const SettledCase& settled)
      : matter_(matter),
        calendar_(*matter.calendar),
        terms_(matter.rule.terms),
        settled_(settled),
        projection_(settled.projection),
        first_(day_number(settled.start)),
        last_(day_number(projection_.due)) {}

  std::vector<Step> run() {
    if (last_ < first_) std::swap(first_, last_);
    first_ = std::min(first_, projection_.last_day);  // a named date may lie before the start and be rolled
    last_ = std::min(std::max(last_, day_number(projection_.counted_from)), day_number(kLastDay));
    add_hours();
    add_beginning();
    add_dated_days();
    add_pauses();
    add_count();
    add_extension();
    add(StepKind::Due).at = projection_.due;
    return std::move(steps_);
  }

 private:
  Step& add(StepKind kind) {
    steps_.push_back(Step{.kind = kind});
    return steps_.back();
  }

  void add_hours() {
    const auto from = date_of_day(first_), to = date_of_day(last_);
    const auto& layers = calendar_.layers();
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
      for (const auto& hours : layer->weekly_hours) {
        if (!calendar_.is_used(hours, from, to)) continue;
        auto& step = add(StepKind::Hours);
        step.weekdays = hours.weekdays;
        step.spans = hours.spans;
        step.valid_from = hours.valid_from;
        step.valid_to = hours.valid_to;
        step.counts_as_working_day = hours.counts_as_working_day;
      }
  }

  void add_beginning() {
    if (settled_.restart_asked_at) {
      add(StepKind::Received).at = matter_.start;
      auto& restarted = add(StepKind::Restarted);
      restarted.at = settled_.start;
      restarted.other = *settled_.restart_asked_at;
      restarted.still_open = settled_.provisional && settled_.start == settled_.as_of;
    } else {
      add(StepKind::Received).at = settled_.start;
    }
    if (projection_.counted_from != settled_.start) {
      auto& moved = add(StepKind::StartMoved);
      moved.at = projection_.counted_from;
      moved.other = settled_.start;
      moved.move = why_moved();
    }
    auto& allowed = add(StepKind::Allowed);
    allowed.terms = terms_;
    allowed.amount = terms_.budget.amount;
    allowed.unit = terms_.budget.kind;
    allowed.note = matter_.rule.source.document;
    add_first_day();
  }

  MoveReason why_moved() const {
    const auto spans = calendar_.hours_on(date_of(settled_.start));
    const auto clock = time_of_day(settled_.start).count();
    if (spans.empty()) return MoveReason::DayOff;
    if (clock < spans.front().from) return MoveReason::BeforeOpening;
    return clock >= spans.back().to ? MoveReason::AfterClosing : MoveReason::Break;
  }

  /// The days on which a budget of minutes was used, runs of equal days taken together.
  std::vector<WorkedStretch> stretches() const {
    std::vector<WorkedStretch> found;
    const auto end = projection_.due_before_extension;
    for (auto day = day_number(projection_.counted_from); day <= day_number(end); ++day) {
      const auto from = std::max(start_of(day), projection_.counted_from);
      const auto to = std::min(start_of(day + 1), end);
      auto minutes = calendar_.working_minutes_between(from, to);
      for (const auto& pause : settled_.pauses)
        minutes -= calendar_.working_minutes_between(std::max(pause.from, from), std::min(pause.to, to));
      if (minutes == 0) continue;
      const auto date = date_of_day(day);
      if (found.empty() || found.back().minutes_each != minutes)
        found.push_back({date, date, 1, static_cast<int>(minutes)});
      else
        found.back().to = date, ++found.back().days;
    }
    return found;
  }

  void add_first_day() {
    if (runs_by_the_minute(terms_) || terms_.budget.kind == BudgetKind::ByDate) return;
    if (terms_.budget.kind == BudgetKind::SameDay) {
      const auto clock = time_of_day(projection_.counted_from).count();
      if (terms_.budget.cut_off && clock > *terms_.budget.cut_off) {
        auto& passed = add(StepKind::CutOffPassed);
        passed.at = projection_.counted_from;
        passed.amount = *terms_.budget.cut_off;
      }
    }
    add(StepKind::FirstDay).at = start_of(projection_.first_day);
  }

  /// Days off that a reader would otherwise count, and days worked that a reader would not.
  void add_dated_days() {
    std::vector<NamedDay> off;
    std::vector<Step> worked;
    const auto& entries = calendar_.entries();
    for (auto entry = entries.lower_bound(first_); entry != entries.end() && entry->first <= last_; ++entry) {
      const NamedDay day{date_of_day(entry->first), entry->second.kind, entry->second.partner, entry->second.name};
      if (entry->second.spans.empty()) {
        const auto* usual = calendar_.weekly_hours_on(day.date);
        if (usual && !usual->spans.empty()) off.push_back(day);
        continue;
      }
      worked.push_back(Step{.kind = StepKind::DayHours, .spans = entry->second.spans, .days = {day}});
    }
    if (!off.empty()) add(StepKind::DaysOff).days = std::move(off);
    std::move(worked.begin(), worked.end(), std::back_inserter(steps_));
  }

  void add_pauses() {
    for (std::size_t i = 0; i < settled_.pauses.size(); ++i) {
      if (!matters(settled_.pauses[i])) continue;
      auto& step = add(StepKind::Paused);
      step.other = settled_.pauses[i].from;
      step.at = settled_.pauses[i].to;
      step.reason = settled_.reasons[i];
      step.still_open = settled_.provisional && settled_.pauses[i].to == settled_.as_of;
      step.note = settled_.notes[i];
      step.unit = runs_by_the_minute(terms_) ? BudgetKind::WorkingMinutes : terms_.budget.kind;
      step.amount = taken_out(settled_.pauses[i], step.unit);
    }
  }

  /// Whether a pause could move the deadline: named dates stand still, and after the deadline nothing is taken out.
  bool matters(const Interval& pause) const {
    const bool more_time = settled_.extension.kind == ExtensionTerms::Kind::MoreTime;
    if (terms_.budget.kind == BudgetKind::ByDate && (!more_time || pause.to <= projection_.due_before_extension))
      return false;
    return pause.from < (more_time ? projection_.due : projection_.due_before_extension);
  }

  /// How much of a budget's unit a pause takes out.
  std::int64_t taken_out(const Interval& pause, BudgetKind unit) const {
    if (unit == BudgetKind::WorkingMinutes)
      return calendar_.working_minutes_between(std::max(pause.from, projection_.counted_from), pause.to);
    const auto from = std::max(stop_day(calendar_, terms_, pause.from), projection_.first_day);
    const auto to = std::max(resume_day(calendar_, terms_, pause.to), from);
    return unit == BudgetKind::CalendarDays ? to - from
                                            : calendar_.working_days_before(to) - calendar_.working_days_before(from);
  }

  void add_count() {
    const bool by_date = terms_.budget.kind == BudgetKind::ByDate;
    if (runs_by_the_minute(terms_)) {
      auto& worked = add(StepKind::WorkedUntil);
      worked.at = projection_.due_before_extension;
      worked.stretches = stretches();
    } else if (!by_date) {
      auto& counted = add(StepKind::Counted);
      counted.at = start_of(projection_.last_day);
      counted.amount = terms_.budget.amount;
      counted.unit = terms_.budget.kind;
    }
    if (projection_.due_day == projection_.last_day) return;
    auto& rolled = add(StepKind::Rolled);
    rolled.other = start_of(projection_.last_day);
    rolled.at = start_of(projection_.due_day);
  }

  void add_extension() {
    const auto& extension = settled_.extension;
    if (extension.kind == ExtensionTerms::Kind::None) return;
    const bool until = extension.kind == ExtensionTerms::Kind::Until;
    auto& step = add(until ? StepKind::ExtendedUntil : StepKind::ExtendedBy);
    step.other = projection_.due_before_extension;
    step.at = projection_.due;
    step.amount = extension.amount;
    step.unit = extension.unit;
    step.note = matter_.extensions.front().note;
  }

  const DeadlineCase& matter_;
  const Calendar& calendar_;
  const RuleTerms& terms_;
  const SettledCase& settled_;
  const Projection& projection_;
  DayNumber first_, last_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<Step> explain(const DeadlineCase& matter, const SettledCase& settled) {
  return Explaining(matter, settled).run();
}

}  // namespace haidang::calendar
