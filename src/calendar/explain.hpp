// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "calendar/deadline.hpp"
#include "settle.hpp"

namespace haidang::calendar {

/// The steps from the start to the deadline of a settled case.
std::vector<Step> explain(const DeadlineCase&, const SettledCase&);

/// Warnings about the calendar, the rule and the result; those about events came with the settled case.
void add_warnings(const DeadlineCase&, const SettledCase&, Deadline&);

}  // namespace haidang::calendar
