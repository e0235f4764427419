// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <random>

#include "calendar/deadline.hpp"

namespace haidang::calendar::testing {

/// A calendar that may hold anything a file may hold: lunch breaks, three spans a day, seasons, half days, swaps, duty
/// hours.
CalendarDefinition random_definition(std::mt19937&);
std::shared_ptr<const Calendar> compiled(CalendarDefinition);

/// A moment in 2024 or 2025, on or off office hours.
LocalMinute random_moment(std::mt19937&);
/// A case of any kind of budget and convention, with up to four pauses, perhaps an extension.
DeadlineCase random_case(std::mt19937&, std::shared_ptr<const Calendar>);
Pause random_pause(std::mt19937&, LocalMinute not_before);

int pick(std::mt19937&, int least, int most);

}  // namespace haidang::calendar::testing
