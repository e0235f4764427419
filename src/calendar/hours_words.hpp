// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar_definition.hpp"

/// How hours and weekdays are written in files and in the API.
namespace haidang::calendar {

/// "07:30-11:30"; nothing when it cannot be read or does not end after it begins.
std::optional<WorkSpan> parse_span(std::string_view);
std::string span_word(WorkSpan);
std::vector<std::string> span_words(const std::vector<WorkSpan>&);

/// "mon" … "sun" → the number of std::chrono::weekday::c_encoding.
std::optional<std::size_t> parse_weekday(std::string_view);
/// Monday first.
std::vector<std::string> weekday_words(const std::array<bool, 7>&);

}  // namespace haidang::calendar
