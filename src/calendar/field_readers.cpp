// SPDX-License-Identifier: Apache-2.0
#include "field_readers.hpp"

#include "calendar/calendar.hpp"

namespace haidang::calendar {
namespace {

bool has_offset(std::string_view text) {
  const auto clock = text.find('T');
  return clock != std::string_view::npos && text.find_first_of("Z+-", clock) != std::string_view::npos;
}

Result<LocalMinute> parse_moment(std::string_view text) {
  if (has_offset(text)) {
    const auto instant = parse_instant(text);
    if (!instant) return pass_on(instant);
    return to_vietnam(*instant);
  }
  if (text.find('T') != std::string_view::npos) return parse_local_minute(text);
  const auto date = parse_date(text);
  if (!date) return pass_on(date);
  return at(*date, std::chrono::minutes{0});
}

LocalDate date_or_fail(json::Fields& fields, std::string_view key, const std::string& text) {
  const auto date = parse_date(text);
  if (date && is_in_range(*date)) return *date;
  fields.fail(key, "“" + text + "”: 2000-01-01 … 2099-12-31");
  return kFirstDay;
}

LocalMinute moment_or_fail(json::Fields& fields, std::string_view key, const std::string& text) {
  const auto moment = parse_moment(text);
  if (moment && is_in_range(*moment)) return *moment;
  fields.fail(key, "“" + text + "”: 2000-01-01T00:00 … 2099-12-31T23:59");
  return at(kFirstDay, std::chrono::minutes{0});
}

BilingualText bilingual(json::Fields fields, std::optional<Rejection>& problem) {
  BilingualText text{fields.text("vi"), fields.text_if("en").value_or("")};
  if (text.english.empty()) text.english = text.vietnamese;
  problem = fields.problem();
  return text;
}

// A nested object's own problem becomes the problem of the field that holds it.
void fail_as_nested(json::Fields& fields, std::string_view key, const std::optional<Rejection>& problem) {
  if (problem) fields.fail(key, reason_of(*problem));
}

}  // namespace

LocalDate read_date(json::Fields& fields, std::string_view key) {
  const auto text = fields.text(key);
  return text.empty() ? kFirstDay : date_or_fail(fields, key, text);
}

std::optional<LocalDate> read_date_if(json::Fields& fields, std::string_view key) {
  const auto text = fields.text_if(key);
  if (!text) return {};
  return date_or_fail(fields, key, *text);
}

LocalMinute read_moment(json::Fields& fields, std::string_view key) {
  return moment_or_fail(fields, key, fields.text(key));
}

std::optional<LocalMinute> read_moment_if(json::Fields& fields, std::string_view key) {
  const auto text = fields.text_if(key);
  if (!text) return {};
  return moment_or_fail(fields, key, *text);
}

std::optional<int> parse_clock(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return {};
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour * 60 + minute > 24 * 60) return {};
  return hour * 60 + minute;
}

std::optional<int> read_clock_if(json::Fields& fields, std::string_view key) {
  const auto text = fields.text_if(key);
  if (!text) return {};
  const auto clock = parse_clock(*text);
  if (!clock || *clock == 24 * 60) {
    fields.fail(key, "“" + *text + "”: HH:MM, 00:00 … 23:59");
    return {};
  }
  return clock;
}

BilingualText read_text(json::Fields& fields, std::string_view key) {
  std::optional<Rejection> problem;
  auto text = bilingual(fields.object(key), problem);
  fail_as_nested(fields, key, problem);
  return text;
}

std::optional<BilingualText> read_text_if(json::Fields& fields, std::string_view key) {
  if (!fields.find(key)) return {};
  return read_text(fields, key);
}

Source read_source(json::Fields& fields, std::string_view key) {
  auto nested = fields.object_if(key);
  if (!nested) return {};
  Source source{nested->text_if("document").value_or(""), nested->text_if("note").value_or(""),
                nested->boolean("verified", false)};
  fail_as_nested(fields, key, nested->problem());
  return source;
}

std::string reason_of(const Rejection& rejection) {
  std::string reason(catalogue_entry(rejection.code).name);
  for (const auto& [name, value] : rejection.parameters) reason += " " + value;
  return reason;
}

void keep(std::optional<Rejection>& first, std::optional<Rejection> next) {
  if (!first) first = std::move(next);
}

}  // namespace haidang::calendar
