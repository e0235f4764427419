// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "page_content.hpp"

namespace haidang::documents {

/// The positions between drawn lines; a merged cell covers several.
struct RuledGrid {
  struct Position {
    int origin_row = 0, origin_column = 0;
  };
  std::vector<double> columns, rows;  ///< where the lines stand, one more than there are positions
  std::vector<std::vector<Position>> positions;
  Box box() const { return {columns.front(), rows.front(), columns.back(), rows.back()}; }
};

/// The grids that horizontal and vertical lines of a page form. Frames around a single cell are left out.
std::vector<RuledGrid> find_grids(std::vector<Ruling> horizontals, std::vector<Ruling> verticals);

}  // namespace haidang::documents
