// SPDX-License-Identifier: Apache-2.0
#include "hours_words.hpp"

#include "field_readers.hpp"

namespace haidang::calendar {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

}  // namespace

std::optional<WorkSpan> parse_span(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return {};
  const auto from = parse_clock(text.substr(0, 5)), to = parse_clock(text.substr(6));
  if (!from || !to || *from >= *to) return {};
  return WorkSpan{*from, *to};
}

std::string span_word(WorkSpan span) {
  return clock_text(std::chrono::minutes{span.from}) + "-" + clock_text(std::chrono::minutes{span.to});
}

std::vector<std::string> span_words(const std::vector<WorkSpan>& spans) {
  std::vector<std::string> words;
  for (const auto& span : spans) words.push_back(span_word(span));
  return words;
}

std::optional<std::size_t> parse_weekday(std::string_view text) {
  for (std::size_t day = 0; day < kWeekdays.size(); ++day)
    if (kWeekdays[day] == text) return day;
  return {};
}

std::vector<std::string> weekday_words(const std::array<bool, 7>& weekdays) {
  std::vector<std::string> words;
  for (std::size_t day = 1; day <= 7; ++day)
    if (weekdays[day % 7]) words.emplace_back(kWeekdays[day % 7]);
  return words;
}

}  // namespace haidang::calendar
