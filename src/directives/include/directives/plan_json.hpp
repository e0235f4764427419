// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "directives/plan.hpp"
#include "documents/source.hpp"

namespace haidang::directives {

/// The plan as JSON for other programs, as api/schemas/plan.schema.json describes it: null where nothing is known,
/// places in code points of the text as read. Ends with a newline.
std::string plan_json(const Plan&, const documents::SourceDocument&);

}  // namespace haidang::directives
