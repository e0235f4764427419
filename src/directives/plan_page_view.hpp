// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/json.hpp"
#include "directives/plan.hpp"
#include "plan_words.hpp"

namespace haidang::directives {

/// The paragraphs and tables of the source for src/directives/page/source.js: places in its text, no words.
///   {"style": "centred bold", "lines": [[begin, end, joined]]}   `joined` 1: no space before this line
///   {"page": 2}                                                  what follows stands on page 2
///   {"ruled": true, "rows": [[{"rowspan", "colspan", "lines"}]]}
json::Array text_blocks(const documents::SourceDocument&);

/// {"vi": …, "en": …}
json::Object both(const Words&);

/// Words of the tasks, in their order: due, other due, targets, whether to check.
json::Array task_views(const Plan&);

}  // namespace haidang::directives
