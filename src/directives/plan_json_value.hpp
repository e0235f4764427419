// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/json.hpp"
#include "directives/plan.hpp"

namespace haidang::directives {

/// What `plan_json` writes, before it is text; the page carries it too.
json::Object plan_value(const Plan&, const documents::SourceDocument&);

}  // namespace haidang::directives
