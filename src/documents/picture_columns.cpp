// SPDX-License-Identifier: Apache-2.0
#include "picture_columns.hpp"

#include <algorithm>
#include <vector>

namespace haidang::documents {
namespace {

constexpr double kCellsPerInch = 60;     // the coarse grid on which white space is sought
constexpr double kGutterInches = 0.22;   // wider than any space between words
constexpr double kOneLineInches = 0.27;  // a band higher than this holds more than one line

/// Which cells of a coarse grid over the picture hold ink.
class InkGrid {
 public:
  InkGrid(const Picture& picture, int threshold)
      : cell_(std::max(1, static_cast<int>(picture.dots_per_inch / kCellsPerInch))) {
    width_ = (picture.width + cell_ - 1) / cell_;
    height_ = (picture.height + cell_ - 1) / cell_;
    ink_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), 0);
    for (int y = 0; y < picture.height; ++y) {
      const std::uint8_t* row = picture.row(y);
      char* cells = ink_.data() + static_cast<std::size_t>(y / cell_) * static_cast<std::size_t>(width_);
      for (int x = 0; x < picture.width; ++x)
        if (row[x] <= threshold) cells[x / cell_] = 1;
    }
  }

  bool is_row_empty(int y) const {
    const char* row = ink_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    return std::none_of(row, row + width_, [](char ink) { return ink != 0; });
  }

  bool is_column_empty(int x, int top, int bottom) const {
    for (int y = top; y < bottom; ++y)
      if (ink_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)] != 0)
        return false;
    return true;
  }

  int width() const { return width_; }
  int height() const { return height_; }
  int cell() const { return cell_; }

 private:
  int cell_, width_ = 0, height_ = 0;
  std::vector<char> ink_;
};

struct Extent {
  int begin, end;
};

/// The columns of a band, parted by white gutters.
std::vector<Extent> columns_of(const InkGrid& grid, Extent band) {
  const int gutter = static_cast<int>(kGutterInches * kCellsPerInch);
  std::vector<Extent> columns;
  for (int x = 0; x < grid.width(); ++x) {
    if (grid.is_column_empty(x, band.begin, band.end)) continue;
    if (columns.empty() || x - columns.back().end >= gutter) columns.push_back({x, x});
    columns.back().end = x + 1;
  }
  return columns;
}

void move(Picture& from, Picture& to, const InkGrid& grid, Extent columns, Extent band) {
  const int left = columns.begin * grid.cell(), right = std::min(from.width, columns.end * grid.cell());
  for (int y = band.begin * grid.cell(); y < std::min(from.height, band.end * grid.cell()); ++y) {
    std::copy(from.row(y) + left, from.row(y) + right, to.row(y) + left);
    std::fill(from.row(y) + left, from.row(y) + right, std::uint8_t{255});
  }
}

}  // namespace

std::optional<Picture> take_second_columns(Picture& picture) {
  const InkGrid grid(picture, ink_threshold(picture));
  std::optional<Picture> second;
  for (int y = 0; y < grid.height(); ++y) {
    if (grid.is_row_empty(y)) continue;
    Extent band{y, y};
    while (band.end < grid.height() && !grid.is_row_empty(band.end)) ++band.end;
    y = band.end;
    if (band.end - band.begin <= kOneLineInches * kCellsPerInch) continue;
    const auto columns = columns_of(grid, band);
    for (std::size_t i = 1; i < columns.size(); i += 2) {
      if (!second) second = make_picture(picture.width, picture.height, picture.dots_per_inch);
      if (second) move(picture, *second, grid, columns[i], band);
    }
  }
  return second;
}

}  // namespace haidang::documents
