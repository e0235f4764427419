// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "page_content.hpp"
#include "picture.hpp"

namespace haidang::documents {

struct PictureRulings {
  std::vector<Ruling> horizontals, verticals;  ///< in points
};

/// Finds the drawn lines of tables by their long dark runs and wipes them out, so that they are not read as letters.
PictureRulings take_rulings(Picture&);

}  // namespace haidang::documents
