// SPDX-License-Identifier: Apache-2.0
#include "pack_table.hpp"

#include <algorithm>

namespace haidang::organisations {

std::vector<std::string_view> listed(std::string_view text, char separator) {
  std::vector<std::string_view> items;
  while (!text.empty()) {
    const auto end = text.find(separator);
    items.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    if (text.empty()) items.emplace_back();
  }
  return items;
}

std::vector<std::vector<std::string_view>> rows_of_table(std::string_view text, std::size_t columns) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : listed(text, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    rows.push_back(listed(line, '\t'));
    rows.back().resize(std::max(rows.back().size(), columns));
  }
  return rows;
}

}  // namespace haidang::organisations
