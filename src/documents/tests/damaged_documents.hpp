// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace haidang::documents {

struct DamagedDocument {
  std::string name;
  std::string bytes;
};

/// More than a hundred files as strangers send them: cut short, with flipped bits, swollen, locked, lying about
/// themselves. The same ones every time.
std::vector<DamagedDocument> damaged_documents();

}  // namespace haidang::documents
