// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "directives/plan.hpp"

namespace haidang::directives {

/// Reads the plan that a directive contains: its header, its tasks with owners and deadlines, the documents it cites,
/// and what is wrong with it. Proposes only; a person decides. Always gives an answer; a text that is no directive has
/// no tasks. How the genre is read: docs/reading-directives.md.
Plan read_plan(const documents::SourceDocument&);

}  // namespace haidang::directives
