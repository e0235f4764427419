// SPDX-License-Identifier: Apache-2.0
#include "ruled_grid.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace haidang::documents {
namespace {

constexpr double kTouch = 3;              // points: double lines, corners that do not quite meet
constexpr double kShortest = 6;           // shorter strokes are decoration
constexpr double kOpenSide = 15;          // how far lines reach beyond the last vertical one where a column is open
constexpr std::size_t kMostLines = 4000;  // a map or a drawing, not a table
constexpr std::size_t kMostPositions = 20'000;

/// Pieces of one line become one; a line drawn double becomes single.
std::vector<Ruling> joined(std::vector<Ruling> lines) {
  std::sort(lines.begin(), lines.end(),
            [](const Ruling& a, const Ruling& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
  std::vector<Ruling> result;
  for (const auto& line : lines) {
    const auto same = std::find_if(result.rbegin(), result.rend(), [&](const Ruling& other) {
      return line.at - other.at <= kTouch / 2 && line.from <= other.to + kTouch && line.to >= other.from - kTouch;
    });
    if (same == result.rend()) {
      result.push_back(line);
    } else {
      same->from = std::min(same->from, line.from);
      same->to = std::max(same->to, line.to);
    }
  }
  std::erase_if(result, [](const Ruling& line) { return line.to - line.from < kShortest; });
  return result;
}

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t of(std::size_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void unite(std::size_t a, std::size_t b) { parent_[of(a)] = of(b); }

 private:
  std::vector<std::size_t> parent_;
};

bool touch(const Ruling& horizontal, const Ruling& vertical) {
  return vertical.at >= horizontal.from - kTouch && vertical.at <= horizontal.to + kTouch &&
         horizontal.at >= vertical.from - kTouch && horizontal.at <= vertical.to + kTouch;
}

std::vector<double> clustered(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> result;
  for (const double value : values)
    if (result.empty() || value - result.back() > kTouch) result.push_back(value);
  return result;
}

/// The lines that hang together.
struct Drawing {
  std::vector<Ruling> horizontals, verticals;
};

std::vector<Drawing> connected(const std::vector<Ruling>& horizontals, const std::vector<Ruling>& verticals) {
  Groups groups(horizontals.size() + verticals.size());
  for (std::size_t h = 0; h < horizontals.size(); ++h)
    for (std::size_t v = 0; v < verticals.size(); ++v)
      if (touch(horizontals[h], verticals[v])) groups.unite(h, horizontals.size() + v);
  std::map<std::size_t, Drawing> drawings;
  for (std::size_t h = 0; h < horizontals.size(); ++h) drawings[groups.of(h)].horizontals.push_back(horizontals[h]);
  for (std::size_t v = 0; v < verticals.size(); ++v)
    drawings[groups.of(horizontals.size() + v)].verticals.push_back(verticals[v]);
  std::vector<Drawing> result;
  for (auto& [group, drawing] : drawings)
    if (drawing.horizontals.size() >= 2 && !drawing.verticals.empty()) result.push_back(std::move(drawing));
  return result;
}

/// Whether a line stands at `at` across the middle of from … to.
bool is_drawn(const std::vector<Ruling>& lines, double at, double from, double to) {
  const double middle = (from + to) / 2;
  return std::any_of(lines.begin(), lines.end(), [&](const Ruling& line) {
    return std::abs(line.at - at) <= kTouch && line.from <= middle && line.to >= middle;
  });
}

class GridMaking {
 public:
  explicit GridMaking(const Drawing& drawing) : drawing_(drawing) {
    std::vector<double> columns, rows;
    for (const auto& line : drawing.verticals) columns.push_back(line.at);
    double left = drawing.horizontals.front().from, right = drawing.horizontals.front().to;
    for (const auto& line : drawing.horizontals) {
      rows.push_back(line.at);
      left = std::min(left, line.from);
      right = std::max(right, line.to);
    }
    grid_.columns = clustered(std::move(columns));
    // Tables are also drawn without their outer vertical lines.
    if (left < grid_.columns.front() - kOpenSide) grid_.columns.insert(grid_.columns.begin(), left);
    if (right > grid_.columns.back() + kOpenSide) grid_.columns.push_back(right);
    grid_.rows = clustered(std::move(rows));
  }

  bool is_table() const {
    if (grid_.columns.size() < 2 || grid_.rows.size() < 2) return false;
    const auto positions = (grid_.columns.size() - 1) * (grid_.rows.size() - 1);
    return positions >= 2 && positions <= kMostPositions;
  }

  RuledGrid make() {
    width_ = grid_.columns.size() - 1;
    height_ = grid_.rows.size() - 1;
    Groups cells(width_ * height_);
    for (std::size_t r = 0; r < height_; ++r)
      for (std::size_t c = 0; c < width_; ++c) {
        if (c + 1 < width_ && !is_drawn(drawing_.verticals, grid_.columns[c + 1], grid_.rows[r], grid_.rows[r + 1]))
          cells.unite(r * width_ + c, r * width_ + c + 1);
        if (r + 1 < height_ &&
            !is_drawn(drawing_.horizontals, grid_.rows[r + 1], grid_.columns[c], grid_.columns[c + 1]))
          cells.unite(r * width_ + c, (r + 1) * width_ + c);
      }
    set_origins(cells);
    return std::move(grid_);
  }

 private:
  struct Extent {
    std::size_t top = SIZE_MAX, left = SIZE_MAX, bottom = 0, right = 0, count = 0;
    bool is_rectangle() const { return (bottom - top + 1) * (right - left + 1) == count; }
  };

  void set_origins(Groups& cells) {
    std::map<std::size_t, Extent> extents;
    for (std::size_t i = 0; i < width_ * height_; ++i) {
      Extent& extent = extents[cells.of(i)];
      extent.top = std::min(extent.top, i / width_);
      extent.bottom = std::max(extent.bottom, i / width_);
      extent.left = std::min(extent.left, i % width_);
      extent.right = std::max(extent.right, i % width_);
      ++extent.count;
    }
    grid_.positions.assign(height_, std::vector<RuledGrid::Position>(width_));
    for (std::size_t i = 0; i < width_ * height_; ++i) {
      const Extent& extent = extents[cells.of(i)];
      const bool merged = extent.is_rectangle();
      grid_.positions[i / width_][i % width_] = {static_cast<int>(merged ? extent.top : i / width_),
                                                 static_cast<int>(merged ? extent.left : i % width_)};
    }
  }

  const Drawing& drawing_;
  RuledGrid grid_;
  std::size_t width_ = 0, height_ = 0;
};

bool is_one_cell(const RuledGrid& grid) {
  const auto& last = grid.positions.back().back();
  return last.origin_row == 0 && last.origin_column == 0;
}

}  // namespace

std::vector<RuledGrid> find_grids(std::vector<Ruling> horizontals, std::vector<Ruling> verticals) {
  if (horizontals.size() > kMostLines || verticals.size() > kMostLines) return {};
  std::vector<RuledGrid> grids;
  for (const auto& drawing : connected(joined(std::move(horizontals)), joined(std::move(verticals)))) {
    GridMaking making(drawing);
    if (!making.is_table()) continue;
    RuledGrid grid = making.make();
    if (!is_one_cell(grid)) grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace haidang::documents
