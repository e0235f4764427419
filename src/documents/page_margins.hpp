// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "page_rows.hpp"

namespace haidang::documents {

/// The rows of one page outside its tables.
struct PageRows {
  Page page;
  std::vector<PageRow> rows;
};

/// Takes out page numbers, and what repeats at the same place of the top or bottom of most pages.
void drop_running_lines(std::vector<PageRows>&);

}  // namespace haidang::documents
