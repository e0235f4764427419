// SPDX-License-Identifier: Apache-2.0
#include "table_cells.hpp"

#include <algorithm>
#include <cmath>

#include "ruled_grid.hpp"

namespace haidang::documents {
namespace {

constexpr double kInset = 2;   // points: what is left of the wiped lines
constexpr double kApart = 18;  // points between stacked cells
constexpr int kLeastInk = 25;  // dots: a digit, not a speck

struct Dots {
  int left, top, right, bottom;
};

Dots dots_of(const Picture& picture, const Box& box) {
  const double dots = picture.dots_per_inch / 72;
  return {std::clamp(static_cast<int>((box.left + kInset) * dots), 0, picture.width),
          std::clamp(static_cast<int>((box.top + kInset) * dots), 0, picture.height),
          std::clamp(static_cast<int>((box.right - kInset) * dots), 0, picture.width),
          std::clamp(static_cast<int>((box.bottom - kInset) * dots), 0, picture.height)};
}

bool has_ink(const Picture& picture, const Box& cell, int threshold) {
  const Dots dots = dots_of(picture, cell);
  int ink = 0;
  for (int y = dots.top; y < dots.bottom; ++y)
    for (int x = dots.left; x < dots.right; ++x) ink += picture.row(y)[x] <= threshold ? 1 : 0;
  return ink >= kLeastInk;
}

/// The boxes of a grid's cells, merged ones as a whole.
std::vector<Box> boxes_of(const RuledGrid& grid) {
  std::vector<std::vector<Box>> boxes(grid.positions.size(), std::vector<Box>(grid.columns.size() - 1));
  std::vector<Box> result;
  for (std::size_t r = 0; r < grid.positions.size(); ++r)
    for (std::size_t c = 0; c + 1 < grid.columns.size(); ++c) {
      const auto& origin = grid.positions[r][c];
      Box& box = boxes[static_cast<std::size_t>(origin.origin_row)][static_cast<std::size_t>(origin.origin_column)];
      const Box here{grid.columns[c], grid.rows[r], grid.columns[c + 1], grid.rows[r + 1]};
      box = box.right == 0 ? here : around(box, here);
    }
  for (const auto& row : boxes)
    for (const auto& box : row)
      if (box.right > 0) result.push_back(box);
  return result;
}

}  // namespace

std::vector<Box> cells_with_ink(const Picture& picture, const PictureRulings& rulings) {
  const int threshold = ink_threshold(picture);
  std::vector<Box> cells;
  for (const auto& grid : find_grids(rulings.horizontals, rulings.verticals))
    for (const auto& cell : boxes_of(grid))
      if (has_ink(picture, cell, threshold)) cells.push_back(cell);
  return cells;
}

StackedCells::StackedCells(Picture& page, std::span<const Box> cells) {
  const double points = 72 / page.dots_per_inch;
  const int gap = static_cast<int>(kApart / points);
  int width = 0, height = gap;
  for (const auto& cell : cells) {
    const Dots dots = dots_of(page, cell);
    width = std::max(width, dots.right - dots.left + 2 * gap);
    height += std::max(0, dots.bottom - dots.top) + gap;
  }
  picture_ = make_picture(width, height, page.dots_per_inch);
  if (!picture_) return;
  int y = gap;
  for (const auto& cell : cells) {
    const Dots dots = dots_of(page, cell);
    for (int row = dots.top; row < dots.bottom; ++row) {
      std::copy(page.row(row) + dots.left, page.row(row) + dots.right, picture_->row(y + row - dots.top) + gap);
      std::fill(page.row(row) + dots.left, page.row(row) + dots.right, std::uint8_t{255});
    }
    pieces_.push_back({(y - gap / 2) * points, (y + dots.bottom - dots.top + gap / 2) * points, (dots.top - y) * points,
                       (dots.left - gap) * points});
    y += std::max(0, dots.bottom - dots.top) + gap;
  }
}

bool StackedCells::put_back(Box& box) const {
  for (const auto& piece : pieces_) {
    if (middle_of(box) < piece.top || middle_of(box) > piece.bottom) continue;
    box = {box.left + piece.right, box.top + piece.down, box.right + piece.right, box.bottom + piece.down};
    return true;
  }
  return false;
}

}  // namespace haidang::documents
