// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "deadline_phrases.hpp"

namespace haidang::directives {

/// The deadline counted from an event that starts at token i: "trong vòng 10 ngày làm việc kể từ ngày ký".
std::optional<DeadlineMention> read_relative(const documents::TokenText&, const DeadlineContext&, std::size_t i);

}  // namespace haidang::directives
