// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "documents/source.hpp"

namespace haidang::documents {

/// The limits as one argument of the reading child's command line, and back. Nothing when the text is not of that form.
std::string limits_argument(const ReadLimits&);
std::optional<ReadLimits> parse_limits_argument(std::string_view);

/// The child's whole command line: `FILE [LIMITS]`. Returns the exit code: 0 a document, 1 a rejection, 2 wrong
/// arguments.
int run_reader_command(const std::vector<std::string>& arguments);

}  // namespace haidang::documents
