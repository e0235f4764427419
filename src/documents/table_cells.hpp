// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "page_content.hpp"
#include "picture.hpp"
#include "picture_rulings.hpp"

namespace haidang::documents {

/// Cells of drawn tables that hold ink but none of the words, in points.
std::vector<Box> missed_cells(const Picture&, const PictureRulings&, const std::vector<Word>&);

/// Pieces of a page below each other in one picture.
class StackedCells {
 public:
  StackedCells(const Picture& page, const std::vector<Box>& cells);
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
