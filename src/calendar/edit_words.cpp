// SPDX-License-Identifier: Apache-2.0
#include "edit_words.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "hours_words.hpp"

namespace haidang::calendar {

BilingualText name_of(const CalendarEdit& edit) {
  if (!edit.name) return {"hoán đổi ngày làm việc", "swapped working day"};
  return {edit.name->vietnamese, edit.name->english.empty() ? edit.name->vietnamese : edit.name->english};
}

Source source_of(const CalendarEdit& edit) {
  return {edit.source.document, edit.source.note.value_or(""), edit.source.verified};
}

std::vector<WorkSpan> spans_of(const CalendarEdit& edit) {
  std::vector<WorkSpan> spans;
  for (const auto& word : edit.spans.value_or(std::vector<std::string>{})) {
    const auto span = parse_span(word);
    ensure(span.has_value(), "an edit's spans were read before it was recorded");
    spans.push_back(*span);
  }
  std::sort(spans.begin(), spans.end(), [](WorkSpan a, WorkSpan b) { return a.from < b.from; });
  return spans;
}

std::array<bool, 7> weekdays_of(const CalendarEdit& edit) {
  std::array<bool, 7> weekdays{};
  for (const auto& word : edit.weekdays.value_or(std::vector<std::string>{})) {
    const auto day = parse_weekday(word);
    ensure(day.has_value(), "an edit's weekdays were read before it was recorded");
    weekdays[*day] = true;
  }
  return weekdays;
}

CalendarText to_api(const BilingualText& text) {
  return {text.vietnamese, text.english};
}

CalendarSource to_api(const Source& source) {
  return {source.document, source.note.empty() ? std::nullopt : std::optional(source.note), source.verified};
}

CalendarOrigin origin_of(bool is_edit) {
  return is_edit ? CalendarOrigin::Edit : CalendarOrigin::Pack;
}

}  // namespace haidang::calendar
