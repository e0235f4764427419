// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "api_types.hpp"
#include "calendar/calendar.hpp"
#include "calendar/deadlines_in_use.hpp"
#include "calendar_store.hpp"

/// The answers of the routes, from what the store gave.
namespace haidang::calendar {

CalendarSummary summary_of(const Calendar&, const EditsByCalendar&);
CalendarYear year_of(const Calendar&, const EditsByCalendar&, int year);

/// The days of 2000–2099 that two states of a calendar see differently, by hours or by whether they count.
std::vector<ChangedDay> changed_days(const Calendar& before, const Calendar& after);

/// What an edit changes, and which of the deadlines, counted on this calendar or on one that extends it, it moves.
CalendarPreview preview_of(const DecidedEdit&, std::string_view calendar, std::span<const DeadlineInUse>);

}  // namespace haidang::calendar
