// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <vector>

#include "api_types.hpp"
#include "calendar/calendar_definition.hpp"

/// Between the words of the API and what the engine computes with. The edit must be one to which nobody objects.
namespace haidang::calendar {

BilingualText name_of(const CalendarEdit&);
Source source_of(const CalendarEdit&);
std::vector<WorkSpan> spans_of(const CalendarEdit&);  ///< sorted; none when the edit has none
std::array<bool, 7> weekdays_of(const CalendarEdit&);

CalendarText to_api(const BilingualText&);
CalendarSource to_api(const Source&);
CalendarOrigin origin_of(bool is_edit);

}  // namespace haidang::calendar
