// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "calendar_edits.hpp"
#include "edit_words.hpp"
#include "hours_words.hpp"

namespace haidang::calendar {
namespace {

using Problem = std::optional<Rejection>;
constexpr std::size_t kLongestText = 500;

/// Which parts an edit of a kind must have and may have; the others must be absent.
enum class Part { Forbidden, Optional, Required };
struct Shape {
  CalendarEditKind kind;
  Part to, worked, weekdays, spans, counts, name;
};
using enum Part;
constexpr std::array kShapes{
    Shape{CalendarEditKind::DaysOff, Optional, Forbidden, Forbidden, Forbidden, Forbidden, Required},
    Shape{CalendarEditKind::WorkedDay, Forbidden, Forbidden, Forbidden, Required, Forbidden, Required},
    Shape{CalendarEditKind::Swap, Forbidden, Required, Forbidden, Optional, Forbidden, Optional},
    Shape{CalendarEditKind::RemoveEntry, Optional, Forbidden, Forbidden, Forbidden, Forbidden, Forbidden},
    Shape{CalendarEditKind::Hours, Optional, Forbidden, Required, Required, Optional, Forbidden},
    Shape{CalendarEditKind::CompleteUntil, Forbidden, Forbidden, Forbidden, Forbidden, Forbidden, Forbidden}};

Rejection wrong_field(const std::string& field, std::string reason) {
  return Rejection{Code::JsonFieldInvalid, {{"path", "$.edit." + field}, {"reason", std::move(reason)}}, {}};
}

Problem check_part(Part part, bool is_there, const std::string& field) {
  if (part == Required && !is_there) return Rejection{Code::JsonFieldMissing, {{"path", "$.edit." + field}}, {}};
  if (part == Forbidden && is_there) return wrong_field(field, "≠ kind");
  return {};
}

Problem check_shape(const CalendarEdit& edit) {
  const auto shape = *std::find_if(kShapes.begin(), kShapes.end(), [&](auto& each) { return each.kind == edit.kind; });
  const std::array parts{check_part(shape.to, edit.to.has_value(), "to"),
                         check_part(shape.worked, edit.worked.has_value(), "worked"),
                         check_part(shape.weekdays, edit.weekdays.has_value(), "weekdays"),
                         check_part(shape.spans, edit.spans.has_value(), "spans"),
                         check_part(shape.counts, edit.counts_as_working_day.has_value(), "counts_as_working_day"),
                         check_part(shape.name, edit.name.has_value(), "name")};
  const auto first = std::find_if(parts.begin(), parts.end(), [](auto& problem) { return problem.has_value(); });
  return first == parts.end() ? Problem{} : *first;
}

Problem check_texts(const Calendar& calendar, const CalendarEdit& edit) {
  if (edit.name && edit.name->vietnamese.empty())
    return Rejection{Code::JsonFieldMissing, {{"path", "$.edit.name.vietnamese"}}, {}};
  if (edit.name && std::max(edit.name->vietnamese.size(), edit.name->english.size()) > kLongestText)
    return wrong_field("name", "≤ 500");
  if (edit.source.document.size() > kLongestText || edit.source.note.value_or("").size() > kLongestText)
    return wrong_field("source", "≤ 500");
  if (edit.source.verified && edit.source.document.empty())
    return Rejection{Code::CalendarSourceMissing, {{"calendar", calendar.id()}, {"entry", on_paper(edit.from)}}, {}};
  return {};
}

Problem check_dates(const Calendar& calendar, const CalendarEdit& edit) {
  for (const auto& date : {std::optional(edit.from), edit.to, edit.worked})
    if (date && !is_in_range(*date))
      return Rejection{Code::CalendarDateOutside,
                       {{"calendar", calendar.id()},
                        {"date", on_paper(*date)},
                        {"from", on_paper(kFirstDay)},
                        {"until", on_paper(kLastDay)}},
                       {}};
  const auto to = edit.to.value_or(edit.from);
  const bool is_too_long = edit.kind != CalendarEditKind::Hours && days_between(edit.from, to) > 366;
  if (to < edit.from || is_too_long)
    return Rejection{Code::CalendarPeriodReversed, {{"from", on_paper(edit.from)}, {"to", on_paper(to)}}, {}};
  return {};
}

Problem check_hours(const Calendar& calendar, const CalendarEdit& edit) {
  std::vector<WorkSpan> spans;
  for (const auto& word : edit.spans.value_or(std::vector<std::string>{})) {
    const auto span = parse_span(word);
    if (!span) return Rejection{Code::CalendarHoursUnreadable, {{"text", word}}, {}};
    for (const auto& other : spans)
      if (span->from < other.to && other.from < span->to)
        return Rejection{Code::CalendarHoursOverlap,
                         {{"calendar", calendar.id()}, {"first", span_word(other)}, {"second", word}},
                         {}};
    spans.push_back(*span);
  }
  if (edit.kind == CalendarEditKind::WorkedDay && spans.empty()) return wrong_field("spans", "[\"07:30-11:30\", …]");
  for (const auto& word : edit.weekdays.value_or(std::vector<std::string>{}))
    if (!parse_weekday(word)) return wrong_field("weekdays", "mon | tue | wed | thu | fri | sat | sun");
  if (edit.weekdays && edit.weekdays->empty()) return wrong_field("weekdays", "mon … sun");
  return {};
}

/// A swap is a pair: neither day is given another meaning while it stands.
Problem check_no_swap(const Calendar& calendar, LocalDate date) {
  const auto* entry = calendar.entry_on(date);
  if (!entry || (entry->kind != DayKind::SwapOff && entry->kind != DayKind::SwapWorked)) return {};
  return Rejection{Code::CalendarDayInSwap,
                   {{"calendar", calendar.id()}, {"date", on_paper(date)}, {"partner", on_paper(entry->partner)}},
                   {}};
}

Problem check_swap(const Calendar& calendar, const CalendarEdit& edit) {
  const auto about = [&](Code code, LocalDate date) {
    return Rejection{code, {{"calendar", calendar.id()}, {"date", on_paper(date)}}, {}};
  };
  for (const auto date : {edit.from, *edit.worked})
    if (auto problem = check_no_swap(calendar, date)) return problem;
  const auto* usual = calendar.weekly_hours_on(edit.from);
  if (calendar.minutes_on(edit.from) == 0 || !usual || usual->spans.empty())
    return about(Code::CalendarSwapOffDayIdle, edit.from);
  if (calendar.is_working_day(*edit.worked)) return about(Code::CalendarSwapDayAlreadyWorked, *edit.worked);
  return {};
}

Problem check_days(const Calendar& calendar, const CalendarEdit& edit) {
  const auto to = edit.to.value_or(edit.from);
  bool has_entry = false;
  for (auto date = edit.from; date <= to; date = add_days(date, 1)) {
    has_entry = has_entry || calendar.entry_on(date) != nullptr;
    if (edit.kind == CalendarEditKind::RemoveEntry) continue;
    if (auto problem = check_no_swap(calendar, date)) return problem;
  }
  if (edit.kind == CalendarEditKind::RemoveEntry && !has_entry)
    return Rejection{Code::CalendarNothingToRemove,
                     {{"calendar", calendar.id()}, {"from", on_paper(edit.from)}, {"to", on_paper(to)}},
                     {}};
  return {};
}

}  // namespace

Problem find_objection(const Calendar& current, const CalendarEdit& edit) {
  if (auto problem = check_shape(edit)) return problem;
  if (auto problem = check_texts(current, edit)) return problem;
  if (auto problem = check_dates(current, edit)) return problem;
  if (auto problem = check_hours(current, edit)) return problem;
  switch (edit.kind) {
    case CalendarEditKind::Swap:
      return check_swap(current, edit);
    case CalendarEditKind::DaysOff:
    case CalendarEditKind::WorkedDay:
    case CalendarEditKind::RemoveEntry:
      return check_days(current, edit);
    case CalendarEditKind::Hours:
    case CalendarEditKind::CompleteUntil:
      return {};
  }
  return {};
}

}  // namespace haidang::calendar
