// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace haidang::directives {

/// The rows of a tab-separated table of test phrases; lines that begin with # are remarks. Every row has at least
/// `least` columns and is filled up with empty ones to `columns`; a row that does not is a failed test.
std::vector<std::vector<std::string>> read_phrase_table(const std::string& path, std::size_t least,
                                                        std::size_t columns);

/// "12/5/2022"
std::optional<LocalDate> parse_paper_date(const std::string&);

}  // namespace haidang::directives
