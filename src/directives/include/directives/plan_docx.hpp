// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "directives/plan.hpp"
#include "directives/plan_print.hpp"

namespace haidang::directives {

/// The plan as a Word document (Office Open XML), A4 landscape: tasks by lead agency, the head of the table repeated on
/// every page, pages numbered. A task of two agencies stands under both.
std::string plan_docx(const Plan&, PlanStatus);

}  // namespace haidang::directives
