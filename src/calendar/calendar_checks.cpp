// SPDX-License-Identifier: Apache-2.0
#include "calendar_checks.hpp"

#include <map>

#include "calendar/calendar.hpp"

namespace haidang::calendar {
namespace {

using Problem = std::optional<Rejection>;

Rejection about(Code code, const CalendarDefinition& calendar,
                std::vector<std::pair<std::string, std::string>> parameters) {
  parameters.emplace_back("calendar", calendar.id);
  return Rejection{code, std::move(parameters), {}};
}

bool overlap(WorkSpan a, WorkSpan b) {
  return a.from < b.to && b.from < a.to;
}

std::string text_of(WorkSpan span) {
  return clock_text(std::chrono::minutes{span.from}) + "-" + clock_text(std::chrono::minutes{span.to});
}

Problem overlapping_spans(const CalendarDefinition& calendar, const std::vector<WorkSpan>& spans) {
  for (std::size_t i = 1; i < spans.size(); ++i)
    if (overlap(spans[i - 1], spans[i]))
      return about(Code::CalendarHoursOverlap, calendar,
                   {{"first", text_of(spans[i - 1])}, {"second", text_of(spans[i])}});
  return {};
}

std::string validity(const WeeklyHours& hours) {
  return (hours.valid_from ? on_paper(*hours.valid_from) : "…") + "–" +
         (hours.valid_to ? on_paper(*hours.valid_to) : "…");
}

bool same_time(const WeeklyHours& a, const WeeklyHours& b) {
  const auto from = [](const WeeklyHours& hours) { return hours.valid_from.value_or(kFirstDay); };
  const auto to = [](const WeeklyHours& hours) { return hours.valid_to.value_or(kLastDay); };
  if (from(a) > to(b) || from(b) > to(a)) return false;
  for (std::size_t day = 0; day < 7; ++day)
    if (a.weekdays[day] && b.weekdays[day]) return true;
  return false;
}

Problem check_weekly(const CalendarDefinition& calendar) {
  const auto& all = calendar.weekly_hours;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (auto problem = overlapping_spans(calendar, all[i].spans)) return problem;
    if (all[i].valid_from && all[i].valid_to && *all[i].valid_from > *all[i].valid_to)
      return about(Code::CalendarPeriodReversed, calendar,
                   {{"from", on_paper(*all[i].valid_from)}, {"to", on_paper(*all[i].valid_to)}});
    for (std::size_t j = 0; j < i; ++j)
      if (same_time(all[i], all[j]))
        return about(Code::CalendarHoursOverlap, calendar, {{"first", validity(all[j])}, {"second", validity(all[i])}});
  }
  return {};
}

Problem check_sources(const CalendarDefinition& calendar) {
  const auto missing = [&](const Source& source, const std::string& entry) -> Problem {
    if (!source.document.empty()) return {};
    return about(Code::CalendarSourceMissing, calendar, {{"entry", entry}});
  };
  for (const auto& hours : calendar.weekly_hours)
    if (auto problem = missing(hours.source, "weekly_hours " + validity(hours))) return problem;
  for (const auto& days : calendar.days_off)
    if (auto problem = missing(days.source, "days_off " + on_paper(days.from))) return problem;
  for (const auto& swap : calendar.swaps)
    if (auto problem = missing(swap.source, "swaps " + on_paper(swap.off))) return problem;
  for (const auto& day : calendar.special_days)
    if (auto problem = missing(day.source, "special_days " + on_paper(day.date))) return problem;
  return {};
}

enum class Use { Off, Worked };

/// Days already spoken for, each once.
class DayBook {
 public:
  explicit DayBook(const CalendarDefinition& calendar) : calendar_(calendar) {}

  Problem enter(LocalDate date, Use use) {
    if ((calendar_.complete_from && date < *calendar_.complete_from) ||
        (calendar_.complete_until && date > *calendar_.complete_until))
      return about(Code::CalendarDateOutside, calendar_,
                   {{"date", on_paper(date)},
                    {"from", calendar_.complete_from ? on_paper(*calendar_.complete_from) : "…"},
                    {"until", calendar_.complete_until ? on_paper(*calendar_.complete_until) : "…"}});
    const auto [place, is_new] = uses_.emplace(day_number(date), use);
    if (is_new) return {};
    return about(place->second == use ? Code::CalendarDayTwice : Code::CalendarDayOffAndWorked, calendar_,
                 {{"date", on_paper(date)}});
  }

 private:
  const CalendarDefinition& calendar_;
  std::map<DayNumber, Use> uses_;
};

Problem check_days(const CalendarDefinition& calendar) {
  DayBook book(calendar);
  for (const auto& days : calendar.days_off) {
    if (days.from > days.to || days_between(days.from, days.to) > 366)
      return about(Code::CalendarPeriodReversed, calendar, {{"from", on_paper(days.from)}, {"to", on_paper(days.to)}});
    for (auto date = days.from; date <= days.to; date = add_days(date, 1))
      if (auto problem = book.enter(date, Use::Off)) return problem;
  }
  for (const auto& swap : calendar.swaps) {
    if (auto problem = book.enter(swap.off, Use::Off)) return problem;
    if (auto problem = book.enter(swap.worked, Use::Worked)) return problem;
    if (auto problem = overlapping_spans(calendar, swap.worked_spans)) return problem;
  }
  for (const auto& day : calendar.special_days) {
    if (auto problem = book.enter(day.date, day.spans.empty() ? Use::Off : Use::Worked)) return problem;
    if (auto problem = overlapping_spans(calendar, day.spans)) return problem;
  }
  return {};
}

}  // namespace

Problem find_contradiction(const CalendarDefinition& calendar) {
  if (calendar.complete_from && calendar.complete_until && *calendar.complete_from > *calendar.complete_until)
    return about(Code::CalendarPeriodReversed, calendar,
                 {{"from", on_paper(*calendar.complete_from)}, {"to", on_paper(*calendar.complete_until)}});
  if (calendar.extends == calendar.id) return about(Code::CalendarExtendsItself, calendar, {});
  if (calendar.extends.empty() && calendar.weekly_hours.empty()) return about(Code::CalendarWithoutHours, calendar, {});
  if (auto problem = check_weekly(calendar)) return problem;
  if (auto problem = check_days(calendar)) return problem;
  return check_sources(calendar);
}

}  // namespace haidang::calendar
