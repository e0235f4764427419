// SPDX-License-Identifier: Apache-2.0
#include "due_date.hpp"

#include <algorithm>

#include "deadline_check.hpp"

namespace haidang::review {
namespace {

using calendar::Budget;
using calendar::BudgetKind;

LocalDate add_months(LocalDate date, int months) {
  const auto month = date.year() / date.month() + std::chrono::months(months);
  const auto last = last_day_of_month(month.year(), month.month());
  return std::min(month / date.day(), last);
}

Budget until(LocalDate date, std::optional<int> hour) {
  Budget budget;
  budget.kind = BudgetKind::ByDate;
  budget.date = date;
  budget.hour = hour;
  return budget;
}

Budget days(BudgetKind kind, int count) {
  Budget budget;
  budget.kind = kind;
  budget.amount = count;
  return budget;
}

/// The hour at which a document was issued is not known and does not matter to a budget of days.
bool is_told(calendar::StepKind kind) {
  return kind != calendar::StepKind::Hours && kind != calendar::StepKind::Received &&
         kind != calendar::StepKind::StartMoved;
}

}  // namespace

/// Nothing where the document alone does not tell the day: after an event, or hours after an issue whose hour is not
/// printed.
std::optional<DueDates::Count> DueDates::count_of(const ReviewDeadline& stated) const {
  if (stated.shape == DeadlineShape::By && stated.date) {
    const auto hour = stated.time ? minutes_of_clock(*stated.time) : std::nullopt;
    return Count{"den-ngay", until(*stated.date, hour), std::min(issued_on_.value_or(*stated.date), *stated.date)};
  }
  const bool of_issue = stated.shape == DeadlineShape::Relative && stated.from == DeadlineFrom::Issue;
  if (!of_issue || !issued_on_ || !stated.count || !stated.unit) return std::nullopt;
  switch (*stated.unit) {
    case DeadlineUnit::Day:
      return Count{"ngay-lich", days(BudgetKind::CalendarDays, *stated.count), *issued_on_};
    case DeadlineUnit::WorkingDay:
      return Count{"ngay-lam-viec", days(BudgetKind::WorkingDays, *stated.count), *issued_on_};
    case DeadlineUnit::Month:
      return Count{"den-ngay", until(add_months(*issued_on_, *stated.count), std::nullopt), *issued_on_};
    case DeadlineUnit::Hour:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<calendar::DeadlineCase> DueDates::matter(const ReviewDeadline& stated) const {
  const auto count = count_of(stated);
  if (!count || !calendar_) return std::nullopt;
  auto rule = rules_->rule(count->rule, count->from);
  if (!rule) return std::nullopt;
  rule->terms.budget = count->budget;
  calendar::DeadlineCase matter;
  matter.rule = std::move(*rule);
  matter.calendar = calendar_;
  matter.start = at(count->from, std::chrono::minutes{0});
  return matter;
}

api::DeadlineView DueDates::view(const ReviewDeadline& stated) const {
  api::DeadlineView view{.stated = stated, .due = {}, .due_time = {}, .explanation = {}};
  if (stated.shape == DeadlineShape::By) view.due = stated.date, view.due_time = stated.time;
  const auto asked = matter(stated);
  if (!asked) return view;
  const auto deadline = calendar::compute(*asked);
  if (!deadline) return view;
  if (stated.shape != DeadlineShape::By) view.due = date_of(deadline->due);
  for (const auto& step : deadline->steps)
    if (is_told(step.kind)) view.explanation.push_back(step_text(step, language_));
  for (const auto& warning : deadline->warnings) view.explanation.push_back(warning_text(warning, language_));
  return view;
}

}  // namespace haidang::review
