// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/rejection.hpp"
#include "directives/plan.hpp"

namespace haidang::directives {

/// The plan for a terminal `columns` wide (at least 40 are used): facts of the document, tasks in the order of its
/// clauses, findings. No line is wider, and nothing in the document can send a control sequence to the terminal.
/// `colour`: ANSI colours, always beside a word that says the same.
std::string plan_table(const Plan&, int columns, Language, bool colour);

}  // namespace haidang::directives
