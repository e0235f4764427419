// SPDX-License-Identifier: Apache-2.0
// How layers of definitions become one meaning per day.
#include <algorithm>

#include "calendar/calendar.hpp"

namespace haidang::calendar {
namespace {

bool covers(const WeeklyHours& hours, LocalDate date) {
  return hours.weekdays[weekday_of(date).c_encoding()] && (!hours.valid_from || *hours.valid_from <= date) &&
         (!hours.valid_to || date <= *hours.valid_to);
}

Rejection about_swap(Code code, const CalendarDefinition& layer, LocalDate date) {
  return Rejection{code, {{"calendar", layer.id}, {"date", on_paper(date)}}, {}};
}

}  // namespace

const WeeklyHours* Calendar::weekly_hours_on(LocalDate date) const {
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer)
    for (const auto& hours : layer->weekly_hours)
      if (covers(hours, date)) return &hours;
  return nullptr;
}

bool Calendar::is_used(const WeeklyHours& hours, LocalDate from, LocalDate to) const {
  for (auto date = std::max(from, hours.valid_from.value_or(from)); date <= std::min(to, hours.valid_to.value_or(to));
       date = add_days(date, 1))
    if (!entry_on(date) && weekly_hours_on(date) == &hours) return true;
  return false;
}

std::optional<Rejection> Calendar::collect_entries() {
  for (const auto& layer : layers_) {
    for (const auto& plain : layer.plain_days) entries_.erase(day_number(plain.date));
    for (const auto& days : layer.days_off)
      for (auto day = day_number(days.from); day <= day_number(days.to); ++day)
        entries_[day] = DayEntry{DayKind::DayOff, {}, {}, days.name, days.source, layer.is_edit};
    for (const auto& special : layer.special_days)
      entries_[day_number(special.date)] = DayEntry{special.spans.empty() ? DayKind::DayOff : DayKind::Special,
                                                    {},
                                                    special.spans,
                                                    special.name,
                                                    special.source,
                                                    layer.is_edit};
    for (const auto& swap : layer.swaps) {
      const auto* usual = weekly_hours_on(swap.off);
      if (!usual || usual->spans.empty()) return about_swap(Code::CalendarSwapOffDayIdle, layer, swap.off);
      const auto* already = weekly_hours_on(swap.worked);
      if (already && !already->spans.empty() && already->counts_as_working_day && &layer == &layers_.front())
        return about_swap(Code::CalendarSwapDayAlreadyWorked, layer, swap.worked);
      entries_[day_number(swap.off)] =
          DayEntry{DayKind::SwapOff, swap.worked, {}, swap.name, swap.source, layer.is_edit};
      entries_[day_number(swap.worked)] =
          DayEntry{DayKind::SwapWorked, swap.off,    swap.worked_spans.empty() ? usual->spans : swap.worked_spans,
                   swap.name,           swap.source, layer.is_edit};
    }
  }
  return {};
}

Calendar::Pattern Calendar::make_pattern(std::span<const WorkSpan> spans, bool counts) {
  Pattern pattern{{spans.begin(), spans.end()}, 0, counts && !spans.empty()};
  for (const auto& span : spans) pattern.minutes += span.to - span.from;
  return pattern;
}

void Calendar::number_patterns() {
  const auto closed = pattern_number({});
  std::map<const WeeklyHours*, std::uint16_t> known;  // most days share a few weekly entries
  for (auto day = day_number(kFirstDay); day <= day_number(kLastDay); ++day) {
    const auto* hours = weekly_hours_on(date_of_day(day));
    auto number = closed;
    if (hours) {
      const auto found = known.find(hours);
      number = found != known.end()
                   ? found->second
                   : known[hours] = pattern_number(make_pattern(hours->spans, hours->counts_as_working_day));
    }
    pattern_of_day_.push_back(number);
  }
  for (const auto& [day, entry] : entries_)
    pattern_of_day_[static_cast<std::size_t>(day - day_number(kFirstDay))] =
        pattern_number(make_pattern(entry.spans, true));
}

Result<std::shared_ptr<const Calendar>> Calendar::compile(std::vector<CalendarDefinition> layers) {
  const std::shared_ptr<Calendar> calendar(new Calendar());
  calendar->layers_ = std::move(layers);
  // Complete is what every layer that says so calls complete; a layer that says nothing leaves it to its base.
  calendar->complete_from_ = kFirstDay;
  calendar->complete_until_ = kLastDay;
  for (const auto& layer : calendar->layers_) {
    calendar->complete_from_ = std::max(calendar->complete_from_, layer.complete_from.value_or(kFirstDay));
    calendar->complete_until_ = std::min(calendar->complete_until_, layer.complete_until.value_or(kLastDay));
  }
  if (auto problem = calendar->collect_entries()) return tl::unexpected(*problem);
  calendar->number_patterns();
  calendar->sum_up();
  if (calendar->working_days_.empty()) return reject(Code::CalendarWithoutHours, {{"calendar", calendar->id()}});
  return std::shared_ptr<const Calendar>(calendar);
}

}  // namespace haidang::calendar
