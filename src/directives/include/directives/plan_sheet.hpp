// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "base/result.hpp"
#include "directives/plan.hpp"

namespace haidang::directives {

/// Writes the plan as an Excel workbook: sheets "Nhiệm vụ", "Văn bản viện dẫn", "Vấn đề của văn bản",
/// "Thông tin văn bản". Dates are date cells, text never is a formula. A reader of `path` sees the old or the new
/// file, never half of one. Gives back the path. Rejects FileUnwritable.
Result<std::filesystem::path> write_plan_sheet(const Plan&, const std::filesystem::path&);

}  // namespace haidang::directives
