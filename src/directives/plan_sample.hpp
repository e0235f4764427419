// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

#include "directives/plan.hpp"

namespace haidang::directives {

/// A document and its plan, made by hand, for the tests of what a plan becomes.
struct Sample {
  documents::SourceDocument source;
  Plan plan;
};

/// A directive of an invented province: every kind of deadline, a table with merged cells, two findings.
Sample sample_plan();
/// The same with markup, script, control characters and formulas in every field that comes from a document.
Sample hostile_plan();
/// The tasks of the sample again and again, until there are `tasks` of them, each with its own sentence.
Sample large_plan(std::size_t tasks);

}  // namespace haidang::directives
