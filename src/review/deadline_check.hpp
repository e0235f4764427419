// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/result.hpp"
#include "content.hpp"

namespace haidang::review {

/// "17:00" → 1020; nothing for another text.
std::optional<int> minutes_of_clock(std::string_view);

/// A deadline that a person entered, with what its shape does not use left out.
/// Rejects DeadlineIncomplete (names the field).
Result<ReviewDeadline> checked(const ReviewDeadline&);

}  // namespace haidang::review
