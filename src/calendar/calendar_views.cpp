// SPDX-License-Identifier: Apache-2.0
#include "calendar_views.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/ensure.hpp"
#include "calendar/preview.hpp"
#include "edit_words.hpp"
#include "hours_words.hpp"

namespace haidang::calendar {
namespace {

constexpr std::size_t kMostDays = 400, kMostDeadlines = 200;

CalendarDayKind to_api(DayKind kind) {
  switch (kind) {
    case DayKind::DayOff:
      return CalendarDayKind::DayOff;
    case DayKind::SwapOff:
      return CalendarDayKind::SwapOff;
    case DayKind::SwapWorked:
      return CalendarDayKind::SwapWorked;
    case DayKind::Special:
      return CalendarDayKind::Special;
  }
  return CalendarDayKind::DayOff;
}

CalendarDay day_of(LocalDate date, const DayEntry& entry) {
  const bool is_swap = entry.kind == DayKind::SwapOff || entry.kind == DayKind::SwapWorked;
  return {date,
          to_api(entry.kind),
          is_swap ? std::optional(entry.partner) : std::nullopt,
          span_words(entry.spans),
          to_api(entry.name),
          to_api(entry.source),
          origin_of(entry.is_edit)};
}

std::vector<CalendarHours> hours_of(const Calendar& calendar) {
  std::vector<CalendarHours> all;
  for (auto layer = calendar.layers().rbegin(); layer != calendar.layers().rend(); ++layer)
    for (const auto& hours : layer->weekly_hours)
      all.push_back({weekday_words(hours.weekdays), span_words(hours.spans), hours.valid_from, hours.valid_to,
                     hours.counts_as_working_day, to_api(hours.source), origin_of(layer->is_edit)});
  return all;
}

CalendarDayMeaning meaning_of(const Calendar& calendar, LocalDate date) {
  const auto hours = calendar.hours_on(date);
  const auto* entry = calendar.entry_on(date);
  return {calendar.is_working_day(date), span_words({hours.begin(), hours.end()}),
          entry ? std::optional(to_api(entry->name)) : std::nullopt};
}

bool extends(const Calendar& calendar, std::string_view id) {
  return std::any_of(calendar.layers().begin(), calendar.layers().end(),
                     [&](const CalendarDefinition& layer) { return layer.id == id; });
}

void add_moved(CalendarPreview& result, const Preview& preview, std::span<const DeadlineInUse> deadlines) {
  for (const auto& moved : preview.moved) {
    if (moved.due_before == moved.due_after) continue;
    ++(moved.due_after > moved.due_before ? result.later : result.earlier);
    if (result.moved.size() == kMostDeadlines) continue;
    const auto& deadline = deadlines[std::stoul(moved.name)];
    result.moved.push_back({deadline.matter.name, deadline.page.empty() ? std::nullopt : std::optional(deadline.page),
                            moved.due_before, moved.due_after, moved.working_minutes});
  }
}

}  // namespace

CalendarSummary summary_of(const Calendar& calendar, const EditsByCalendar& edits) {
  CalendarSummary summary{calendar.id(), to_api(calendar.name()), calendar.complete_from(), calendar.complete_until()};
  for (const auto& [day, entry] : calendar.entries()) summary.unverified += !entry.source.verified;
  for (const auto& layer : calendar.layers())
    for (const auto& hours : layer.weekly_hours) summary.unverified += !hours.source.verified;
  const auto found = edits.find(calendar.id());
  if (found != edits.end()) summary.edits = static_cast<int>(found->second.size());
  return summary;
}

CalendarYear year_of(const Calendar& calendar, const EditsByCalendar& edits, int year) {
  CalendarYear view;
  view.calendar = calendar.id();
  view.name = to_api(calendar.name());
  const auto own = std::find_if(calendar.layers().begin(), calendar.layers().end(),
                                [&](const CalendarDefinition& layer) { return layer.id == calendar.id(); });
  if (own != calendar.layers().end() && !own->extends.empty()) view.extends = own->extends;
  view.version = version_of(calendar, edits);
  view.complete_from = calendar.complete_from();
  view.complete_until = calendar.complete_until();
  view.year = year;
  view.hours = hours_of(calendar);
  std::set<int> years;
  for (const auto& [number, entry] : calendar.entries()) {
    const auto date = date_of_day(number);
    years.insert(static_cast<int>(date.year()));
    if (static_cast<int>(date.year()) == year) view.days.push_back(day_of(date, entry));
  }
  view.years.assign(years.begin(), years.end());
  return view;
}

std::vector<ChangedDay> changed_days(const Calendar& before, const Calendar& after) {
  std::vector<ChangedDay> changed;
  for (auto day = day_number(kFirstDay); day <= day_number(kLastDay); ++day) {
    const auto date = date_of_day(day);
    const auto old_hours = before.hours_on(date), new_hours = after.hours_on(date);
    const bool same_hours = std::equal(old_hours.begin(), old_hours.end(), new_hours.begin(), new_hours.end());
    if (same_hours && before.is_working_day(date) == after.is_working_day(date)) continue;
    changed.push_back({date, meaning_of(before, date), meaning_of(after, date)});
  }
  return changed;
}

CalendarPreview preview_of(const DecidedEdit& decided, std::string_view calendar,
                           std::span<const DeadlineInUse> deadlines) {
  CalendarPreview result;
  result.version = decided.version - 1;
  result.days = changed_days(**decided.before.calendar(calendar), **decided.after.calendar(calendar));
  result.days_changed = static_cast<int>(result.days.size());
  if (result.days.size() > kMostDays) result.days.resize(kMostDays);
  std::map<std::string, CaseFile> by_calendar;
  for (std::size_t i = 0; i < deadlines.size(); ++i)
    by_calendar[deadlines[i].matter.calendar->id()].entries.push_back({std::to_string(i), deadlines[i].matter});
  for (const auto& [id, cases] : by_calendar) {
    const auto before = decided.before.calendar(id), after = decided.after.calendar(id);
    if (!before || !after || !extends(**after, calendar)) continue;
    result.deadlines += static_cast<int>(cases.entries.size());
    add_moved(result, preview(cases, *before, *after), deadlines);
  }
  return result;
}

}  // namespace haidang::calendar
