// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/rejection.hpp"
#include "directives/plan.hpp"
#include "documents/source.hpp"

namespace haidang::directives {

/// The plan as one HTML page that needs nothing else, not even a network: tasks beside the text they came from.
/// `source_name` is the name of the file that was read; `Language` is the one shown first. Nothing in the document
/// can become markup or script: it travels as data, and the page's policy admits no script but its own.
std::string plan_page(const Plan&, const documents::SourceDocument&, std::string_view source_name,
                      Language = Language::Vietnamese);

}  // namespace haidang::directives
