// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "directives/plan.hpp"
#include "directives/plan_print.hpp"

namespace haidang::directives {

/// The plan as a PDF, laid out as `plan_docx` does. Set in Liberation Serif, which has the widths of the typeface that
/// Decree 30/2020/NĐ-CP asks for. Uses fontconfig: not before the program's threads may read files.
std::string plan_pdf(const Plan&, PlanStatus);

}  // namespace haidang::directives
