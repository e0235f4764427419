// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string_view>
#include <vector>

namespace haidang::directives {

/// Calls `row` with the columns of every line of a tab-separated lexicon; lines that begin with # are remarks.
void for_each_row(std::string_view tsv, const std::function<void(const std::vector<std::string_view>&)>& row);

}  // namespace haidang::directives
