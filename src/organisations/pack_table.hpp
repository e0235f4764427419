// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

namespace haidang::organisations {

/// The rows of a tab-separated pack, without comments and empty lines; every row has at least `columns` columns.
std::vector<std::vector<std::string_view>> rows_of_table(std::string_view text, std::size_t columns);

/// "a,b,c" → a, b, c; nothing for an empty text.
std::vector<std::string_view> listed(std::string_view text, char separator = ',');

}  // namespace haidang::organisations
