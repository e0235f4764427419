// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace haidang::documents {

/// "a | b | c", so that a failed check shows the whole list.
inline std::string listed(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " | ") + text;
  return all;
}

}  // namespace haidang::documents
