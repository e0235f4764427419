// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "page_content.hpp"

namespace haidang::documents {

struct PageTable {
  Table table;
  Box box;
  std::vector<double> columns;  ///< where the vertical lines stand, the outer ones too
};

/// Finds the tables drawn with lines and takes the words inside them off the page.
std::vector<PageTable> take_tables(PageContent&, int page);

/// A table that goes on at the top of the next page becomes one with its first part, a repeated heading row once.
/// False when `next` is another table.
bool continue_table(PageTable& first, PageTable& next);

}  // namespace haidang::documents
