// SPDX-License-Identifier: Apache-2.0
#include "picture_rulings.hpp"

#include <algorithm>

namespace haidang::documents {
namespace {

constexpr double kShortestInches = 0.3;  // longer than any stroke of a letter
constexpr double kThickestInches = 0.035;
constexpr int kBridge = 2;  // dots that may be missing in a scanned line

/// Dark dots in one row (or column): `at` is the row, begin and end lie along it.
struct Run {
  int at, begin, end;
};

/// Several runs side by side: one drawn line with its thickness.
struct Stroke {
  int first, last, begin, end;
};

/// Finds runs along x (rows) or along y (columns), both while walking row by row as the memory lies.
class RunSearch {
 public:
  RunSearch(const Picture& picture, int threshold, int shortest)
      : picture_(picture), threshold_(threshold), shortest_(shortest) {}

  std::vector<Run> along_rows() const {
    std::vector<Run> runs;
    for (int y = 0; y < picture_.height; ++y) {
      const std::uint8_t* row = picture_.row(y);
      int begin = -1, last = -1;
      for (int x = 0; x < picture_.width; ++x) {
        if (row[x] > threshold_) continue;
        if (begin < 0 || x - last > kBridge + 1) {
          keep(runs, y, begin, last);
          begin = x;
        }
        last = x;
      }
      keep(runs, y, begin, last);
    }
    return runs;
  }

  std::vector<Run> along_columns() const {
    std::vector<Run> runs;
    const auto width = static_cast<std::size_t>(picture_.width);
    std::vector<int> begins(width, -1), lasts(width, -1);
    for (int y = 0; y < picture_.height; ++y) {
      const std::uint8_t* row = picture_.row(y);
      for (std::size_t x = 0; x < width; ++x) {
        if (row[x] > threshold_) continue;
        if (begins[x] < 0 || y - lasts[x] > kBridge + 1) {
          keep(runs, static_cast<int>(x), begins[x], lasts[x]);
          begins[x] = y;
        }
        lasts[x] = y;
      }
    }
    for (std::size_t x = 0; x < width; ++x) keep(runs, static_cast<int>(x), begins[x], lasts[x]);
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.at < b.at; });
    return runs;
  }

 private:
  void keep(std::vector<Run>& runs, int at, int begin, int last) const {
    if (begin >= 0 && last - begin + 1 >= shortest_) runs.push_back({at, begin, last + 1});
  }

  const Picture& picture_;
  int threshold_, shortest_;
};

std::vector<Stroke> strokes_of(const std::vector<Run>& runs, int thickest) {
  std::vector<Stroke> open, closed;
  for (const auto& run : runs) {
    const auto beside = std::find_if(open.begin(), open.end(), [&](const Stroke& stroke) {
      return run.at - stroke.last <= 1 + kBridge && run.begin < stroke.end && run.end > stroke.begin;
    });
    if (beside == open.end()) {
      std::erase_if(open, [&](const Stroke& stroke) {
        const bool done = run.at - stroke.last > 1 + kBridge;
        if (done) closed.push_back(stroke);
        return done;
      });
      open.push_back({run.at, run.at, run.begin, run.end});
    } else {
      beside->last = run.at;
      beside->begin = std::min(beside->begin, run.begin);
      beside->end = std::max(beside->end, run.end);
    }
  }
  closed.insert(closed.end(), open.begin(), open.end());
  // Thicker than a line is a picture, a seal, the dark edge of a scan.
  std::erase_if(closed, [&](const Stroke& stroke) { return stroke.last - stroke.first + 1 > thickest; });
  return closed;
}

void wipe(Picture& picture, int left, int top, int right, int bottom) {
  for (int y = std::max(0, top); y < std::min(picture.height, bottom); ++y)
    std::fill(picture.row(y) + std::clamp(left, 0, picture.width), picture.row(y) + std::clamp(right, 0, picture.width),
              std::uint8_t{255});
}

}  // namespace

PictureRulings take_rulings(Picture& picture) {
  const double dots = picture.dots_per_inch;
  const RunSearch search(picture, ink_threshold(picture), static_cast<int>(kShortestInches * dots));
  const int thickest = std::max(3, static_cast<int>(kThickestInches * dots));
  const auto horizontals = strokes_of(search.along_rows(), thickest);
  const auto verticals = strokes_of(search.along_columns(), thickest);
  PictureRulings rulings;
  const double points = 72 / dots;
  for (const auto& stroke : horizontals) {
    rulings.horizontals.push_back(
        {stroke.begin * points, stroke.end * points, (stroke.first + stroke.last + 1) / 2.0 * points});
    wipe(picture, stroke.begin - 1, stroke.first - 2, stroke.end + 1, stroke.last + 3);
  }
  for (const auto& stroke : verticals) {
    rulings.verticals.push_back(
        {stroke.begin * points, stroke.end * points, (stroke.first + stroke.last + 1) / 2.0 * points});
    wipe(picture, stroke.first - 2, stroke.begin - 1, stroke.last + 3, stroke.end + 1);
  }
  return rulings;
}

}  // namespace haidang::documents
