// SPDX-License-Identifier: Apache-2.0
#include "setting_names.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace haidang::platform {
namespace {

/// Letters to insert, remove or exchange (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto exchanged = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({exchanged, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names) {
  std::string nearest;
  auto least = std::numeric_limits<std::size_t>::max();
  for (const auto& name : names) {
    const auto changes = distance(misspelt, name);
    if (changes >= least) continue;
    least = changes;
    nearest = name;
  }
  return nearest;
}

}  // namespace haidang::platform
