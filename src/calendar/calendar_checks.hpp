// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "base/json.hpp"
#include "calendar/calendar_definition.hpp"

namespace haidang::calendar {

/// A calendar that is part of a larger document, at `path`.
Result<CalendarDefinition> read_calendar(const json::Value&, const std::string& path);

/// What in one file contradicts itself or lacks its source; nothing when it may be compiled.
std::optional<Rejection> find_contradiction(const CalendarDefinition&);

}  // namespace haidang::calendar
