// SPDX-License-Identifier: Apache-2.0
#include "picture_cleaning.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace haidang::documents {
namespace {

constexpr int kTile = 64;               // dots; wider than the thickest letter, narrower than a shadow
constexpr double kEvenLight = 1.2;      // the lightest paper against the darkest
constexpr double kSpeckInches = 0.012;  // a full stop is 0.02 inches across at least
constexpr double kSteepest = 0.07;
constexpr double kFewestDots = 300;  // of ink, to say anything about lines

/// The light of the paper in each tile: a high quantile, so that letters do not count.
std::vector<int> tile_lights(const Picture& picture, int across, int down) {
  std::vector<int> lights(static_cast<std::size_t>(across * down));
  for (int ty = 0; ty < down; ++ty)
    for (int tx = 0; tx < across; ++tx) {
      std::array<int, 256> counts{};
      int total = 0;
      for (int y = ty * kTile; y < std::min((ty + 1) * kTile, picture.height); y += 2)
        for (int x = tx * kTile; x < std::min((tx + 1) * kTile, picture.width); x += 2, ++total)
          ++counts[picture.row(y)[x]];
      int light = 255;
      for (int seen = 0; light > 0 && seen * 5 < total * 2; --light) seen += counts[static_cast<std::size_t>(light)];
      lights[static_cast<std::size_t>(ty * across + tx)] = std::max(light, 60);
    }
  return lights;
}

/// Pieces of ink: runs of dark dots, joined where they touch the row above.
class InkPieces {
 public:
  InkPieces(const Picture& picture, int threshold) {
    std::size_t above_begin = 0, above_end = 0;
    for (int y = 0; y < picture.height; ++y) {
      const std::size_t begin = runs_.size();
      add_runs(picture.row(y), picture.width, y, threshold);
      join(above_begin, above_end, begin, runs_.size());
      above_begin = begin;
      above_end = runs_.size();
    }
    sizes_.assign(runs_.size(), 0);
    for (std::size_t i = 0; i < runs_.size(); ++i) sizes_[root(i)] += runs_[i].end - runs_[i].begin;
  }

  struct Run {
    int y, begin, end;
  };
  template <class Visit>
  void each(Visit visit) {
    for (std::size_t i = 0; i < runs_.size(); ++i) visit(runs_[i], sizes_[root(i)]);
  }

 private:
  void add_runs(const std::uint8_t* row, int width, int y, int threshold) {
    for (int x = 0; x < width; ++x) {
      if (row[x] > threshold) continue;
      const int begin = x;
      while (x < width && row[x] <= threshold) ++x;
      parents_.push_back(runs_.size());
      runs_.push_back({y, begin, x});
    }
  }

  void join(std::size_t above, std::size_t above_end, std::size_t here, std::size_t here_end) {
    while (above < above_end && here < here_end) {
      // Diagonal neighbours touch.
      if (runs_[above].begin <= runs_[here].end && runs_[here].begin <= runs_[above].end)
        parents_[root(above)] = root(here);
      runs_[above].end < runs_[here].end ? ++above : ++here;
    }
  }

  std::size_t root(std::size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }

  std::vector<Run> runs_;
  std::vector<std::size_t> parents_;
  std::vector<int> sizes_;  ///< in dots, at the root
};

/// The dots where lines of text sit: ink with paper below.
std::vector<std::pair<int, int>> lower_edges(const Picture& picture, int threshold) {
  std::vector<std::pair<int, int>> dots;
  constexpr int kStep = 3;
  for (int y = 0; y + kStep < picture.height; ++y)
    for (int x = 0; x < picture.width; x += kStep)
      if (picture.row(y)[x] <= threshold && picture.row(y + kStep)[x] > threshold) dots.emplace_back(x, y);
  return dots;
}

/// How sharply the dots fall into rows when levelled by a slope.
double sharpness(const std::vector<std::pair<int, int>>& dots, int height, double slope) {
  std::vector<int> counts(static_cast<std::size_t>(height) + 1);
  for (const auto& [x, y] : dots) {
    const long row = std::lround(y - x * slope);
    if (row >= 0 && row <= height) ++counts[static_cast<std::size_t>(row)];
  }
  double sum = 0;
  for (const int count : counts) sum += static_cast<double>(count) * count;
  return sum;
}

}  // namespace

void even_out_light(Picture& picture) {
  const int across = (picture.width + kTile - 1) / kTile, down = (picture.height + kTile - 1) / kTile;
  const auto lights = tile_lights(picture, across, down);
  const auto [darkest, lightest] = std::minmax_element(lights.begin(), lights.end());
  if (*darkest * kEvenLight >= *lightest) return;
  const auto light_at = [&](int tx, int ty) {
    return lights[static_cast<std::size_t>(std::clamp(ty, 0, down - 1) * across + std::clamp(tx, 0, across - 1))];
  };
  for (int y = 0; y < picture.height; ++y) {
    const double v = (y + 0.5) / kTile - 0.5;
    const int ty = static_cast<int>(std::floor(v));
    std::uint8_t* row = picture.row(y);
    for (int x = 0; x < picture.width; ++x) {
      const double u = (x + 0.5) / kTile - 0.5;
      const int tx = static_cast<int>(std::floor(u));
      const double upper = light_at(tx, ty) * (1 - (u - tx)) + light_at(tx + 1, ty) * (u - tx);
      const double lower = light_at(tx, ty + 1) * (1 - (u - tx)) + light_at(tx + 1, ty + 1) * (u - tx);
      const double light = upper * (1 - (v - ty)) + lower * (v - ty);
      row[x] = static_cast<std::uint8_t>(std::min(255.0, row[x] * 250 / light));
    }
  }
}

void remove_specks(Picture& picture) {
  const int threshold = ink_threshold(picture);
  const double side = kSpeckInches * picture.dots_per_inch;
  const int smallest = std::max(2, static_cast<int>(side * side));
  Picture cleaned = picture;
  std::fill(cleaned.grey.begin(), cleaned.grey.end(), std::uint8_t{255});
  constexpr int kEdge = 2;  // dots around ink keep their grey
  InkPieces(picture, threshold).each([&](const InkPieces::Run& run, int dots) {
    if (dots < smallest) return;
    const int left = std::max(0, run.begin - kEdge), right = std::min(picture.width, run.end + kEdge);
    for (int y = std::max(0, run.y - kEdge); y <= std::min(picture.height - 1, run.y + kEdge); ++y)
      std::copy(picture.row(y) + left, picture.row(y) + right, cleaned.row(y) + left);
  });
  picture = std::move(cleaned);
}

Picture smoothed(const Picture& picture) {
  Picture result = picture;
  std::array<std::uint8_t, 9> around{};
  for (int y = 1; y + 1 < picture.height; ++y)
    for (int x = 1; x + 1 < picture.width; ++x) {
      std::size_t i = 0;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) around[i++] = picture.row(y + dy)[x + dx];
      std::nth_element(around.begin(), around.begin() + 4, around.end());
      result.row(y)[x] = around[4];
    }
  return result;
}

double slope_of_lines(const Picture& picture) {
  const double reduction = std::min(1.0, 100 / picture.dots_per_inch);
  const Picture small = scaled(picture, reduction);
  const auto dots = lower_edges(small, ink_threshold(small));
  if (dots.size() < kFewestDots) return 0;
  double best = 0, best_sharpness = sharpness(dots, small.height, 0);
  const auto search = [&](double from, double to, double step) {
    for (double slope = from; slope <= to; slope += step) {
      const double sharp = sharpness(dots, small.height, slope);
      if (sharp <= best_sharpness * 1.002) continue;
      best_sharpness = sharp;
      best = slope;
    }
  };
  search(-kSteepest, kSteepest, 0.004);
  search(best - 0.004, best + 0.004, 0.0005);
  return best;
}

double share_of_ink(const Picture& picture) {
  const int threshold = std::min(ink_threshold(picture), 160);
  const auto ink =
      std::count_if(picture.grey.begin(), picture.grey.end(), [&](std::uint8_t value) { return value <= threshold; });
  return static_cast<double>(ink) / static_cast<double>(std::max<std::size_t>(1, picture.grey.size()));
}

}  // namespace haidang::documents
