// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "page_content.hpp"
#include "picture.hpp"
#include "picture_rulings.hpp"

namespace haidang::documents {

/// The cells of drawn tables that hold ink, in points.
std::vector<Box> cells_with_ink(const Picture&, const PictureRulings&);

/// Cells of a page below each other in one picture, as one column of lines. They are wiped off the page.
class StackedCells {
 public:
  StackedCells(Picture& page, std::span<const Box> cells);
  const std::optional<Picture>& picture() const { return picture_; }  ///< empty when it would be too large
  /// From where a word stands in this picture to where it stands on the page; false when it stands in no cell.
  bool put_back(Box&) const;

 private:
  struct Piece {
    double top, bottom, down, right;  ///< points: the extent here, and the way back to the page
  };
  std::optional<Picture> picture_;
  std::vector<Piece> pieces_;
};

}  // namespace haidang::documents
