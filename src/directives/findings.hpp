// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "directives/plan.hpp"
#include "task_reading.hpp"

namespace haidang::directives {

/// A citation with the place where it stands.
struct CitedReference {
  Reference reference;
  std::string clause;  ///< empty: outside the clauses
  documents::Place place;
};

/// What is wrong with the document itself, worked out from its plan. See FindingCode.
std::vector<Finding> find_problems(const Header&, const std::vector<TaskReading>&, const std::vector<CitedReference>&);

}  // namespace haidang::directives
