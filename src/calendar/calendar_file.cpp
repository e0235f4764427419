// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "calendar_checks.hpp"
#include "field_readers.hpp"
#include "hours_words.hpp"

namespace haidang::calendar {
namespace {

constexpr std::string_view kFormat = "haidang-calendar/1";

using Problem = std::optional<Rejection>;

std::vector<WorkSpan> read_spans(json::Fields& fields, std::string_view key, Problem& problem) {
  std::vector<WorkSpan> spans;
  const auto* list = fields.array_if(key);
  if (!list) return spans;
  for (const auto& item : *list) {
    const auto text = item.is_string() ? std::string(item.as_string()) : std::string("?");
    const auto span = parse_span(text);
    if (!span) {
      keep(problem, Rejection{Code::CalendarHoursUnreadable, {{"text", text}}, {}});
      return spans;
    }
    spans.push_back(*span);
  }
  std::sort(spans.begin(), spans.end(), [](WorkSpan a, WorkSpan b) { return a.from < b.from; });
  return spans;
}

std::array<bool, 7> read_weekdays(json::Fields& fields) {
  std::array<bool, 7> weekdays{};
  const auto* list = fields.array_if("weekdays");
  if (!list || list->empty()) fields.fail("weekdays", "mon … sun");
  for (const auto& item : list ? *list : json::Array{}) {
    const auto day = item.is_string() ? parse_weekday(item.as_string()) : std::nullopt;
    if (day)
      weekdays[*day] = true;
    else
      fields.fail("weekdays", "mon | tue | wed | thu | fri | sat | sun");
  }
  return weekdays;
}

WeeklyHours read_weekly(json::Fields& fields, Problem& problem) {
  WeeklyHours hours;
  hours.weekdays = read_weekdays(fields);
  if (!fields.find("spans")) fields.fail("spans", "[\"07:30-11:30\", …]");
  hours.spans = read_spans(fields, "spans", problem);
  hours.valid_from = read_date_if(fields, "valid_from");
  hours.valid_to = read_date_if(fields, "valid_to");
  hours.counts_as_working_day = fields.boolean("counts_as_working_day", true);
  hours.source = read_source(fields, "source");
  return hours;
}

DaysOff read_days_off(json::Fields& fields, Problem&) {
  DaysOff days;
  if (const auto date = read_date_if(fields, "date")) {
    days.from = days.to = *date;
  } else {
    days.from = read_date(fields, "from");
    days.to = read_date(fields, "to");
  }
  days.name = read_text(fields, "name");
  days.source = read_source(fields, "source");
  return days;
}

Swap read_swap(json::Fields& fields, Problem& problem) {
  Swap swap;
  const auto off = read_date_if(fields, "off"), worked = read_date_if(fields, "worked");
  if (off.has_value() != worked.has_value())
    keep(problem, Rejection{Code::CalendarSwapWithoutPair, {{"date", on_paper(off ? *off : *worked)}}, {}});
  swap.off = off ? *off : read_date(fields, "off");
  swap.worked = worked ? *worked : read_date(fields, "worked");
  swap.worked_spans = read_spans(fields, "worked_spans", problem);
  swap.name = read_text_if(fields, "name").value_or(BilingualText{"hoán đổi ngày làm việc", "swapped working day"});
  swap.source = read_source(fields, "source");
  return swap;
}

SpecialDay read_special(json::Fields& fields, Problem& problem) {
  SpecialDay day;
  day.date = read_date(fields, "date");
  if (!fields.find("spans")) fields.fail("spans", "[\"07:30-11:30\", …]");
  day.spans = read_spans(fields, "spans", problem);
  day.name = read_text(fields, "name");
  day.source = read_source(fields, "source");
  return day;
}

template <class Entry>
std::vector<Entry> read_list(json::Fields& fields, std::string_view key, Entry (*read)(json::Fields&, Problem&),
                             Problem& problem) {
  std::vector<Entry> entries;
  const auto* list = fields.array_if(key);
  if (!list) return entries;
  for (std::size_t i = 0; i < list->size() && !problem; ++i) {
    json::Fields item((*list)[i], fields.path_of(key) + "[" + std::to_string(i) + "]");
    entries.push_back(read(item, problem));
    keep(problem, item.problem());
  }
  return entries;
}

CalendarDefinition read_definition(json::Fields& fields, Problem& problem) {
  CalendarDefinition definition;
  if (const auto format = fields.text("format"); fields.find("format") && format != kFormat)
    keep(problem, Rejection{Code::CalendarFormatUnknown, {{"format", format}, {"known", std::string(kFormat)}}, {}});
  definition.id = fields.text("id");
  definition.name = read_text(fields, "name");
  definition.extends = fields.text_if("extends").value_or("");
  definition.complete_from = read_date_if(fields, "complete_from");
  definition.complete_until = read_date_if(fields, "complete_until");
  definition.weekly_hours = read_list(fields, "weekly_hours", read_weekly, problem);
  definition.days_off = read_list(fields, "days_off", read_days_off, problem);
  definition.swaps = read_list(fields, "swaps", read_swap, problem);
  definition.special_days = read_list(fields, "special_days", read_special, problem);
  fields.text_if("note");
  if (definition.id.empty() || definition.id.size() > 100) fields.fail("id", "1 … 100");
  return definition;
}

}  // namespace

Result<CalendarDefinition> read_calendar(const json::Value& value, const std::string& path) {
  json::Fields fields(value, path);
  Problem problem;
  auto definition = read_definition(fields, problem);
  // A value of our own format that is wrong says more than the field's shape, and a missing field more than both.
  if (auto shape = fields.problem(); shape && !problem) problem = std::move(shape);
  if (!problem) problem = find_contradiction(definition);
  if (problem) return tl::unexpected(*problem);
  return definition;
}

Result<CalendarDefinition> parse_calendar(std::string_view text) {
  const auto value = json::parse(text);
  if (!value) return pass_on(value);
  return read_calendar(*value, "$");
}

}  // namespace haidang::calendar
