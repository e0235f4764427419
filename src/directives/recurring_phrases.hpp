// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "deadline_phrases.hpp"

namespace haidang::directives {

/// The deadline that comes back and starts at token i: "hằng tháng", "trước ngày 20 hằng tháng", "01 lần/tuần".
std::optional<DeadlineMention> read_recurring(const documents::TokenText&, const DeadlineContext&, std::size_t i);

}  // namespace haidang::directives
