// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "directives/plan.hpp"
#include "documents/tokens.hpp"

namespace haidang::directives {

/// All figures of a text that must be reached: every percentage, and counts with "tối thiểu", "không quá" and the like.
/// Figures that only select ("các dự án giải ngân dưới 40 %") are none. `masked` tokens (deadlines, citations) are
/// passed over.
std::vector<Target> find_targets(const documents::TokenText&, const std::vector<bool>& masked);

}  // namespace haidang::directives
