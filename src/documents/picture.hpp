// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::documents {

/// A grey picture: 0 black, 255 white, row by row.
struct Picture {
  int width = 0, height = 0;
  double dots_per_inch = 300;
  std::vector<std::uint8_t> grey;

  const std::uint8_t* row(int y) const {
    return grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  std::uint8_t* row(int y) { return grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
};

inline constexpr std::size_t kMostPixels = 60'000'000;  ///< A2 at 300 dpi, nearly

/// Empty when width and height are not sensible, or more than kMostPixels.
std::optional<Picture> make_picture(std::int64_t width, std::int64_t height, double dots_per_inch);

/// The PGM form (P5) that pdftoppm writes and Tesseract reads.
std::optional<Picture> read_pgm(std::string_view bytes, double dots_per_inch);
std::string write_pgm(const Picture&);

Picture turned(const Picture&, int degrees_clockwise);  ///< 90, 180 or 270
Picture scaled(const Picture&, double factor);
/// Turns by a small angle, so that lines of text that fall by `slope` per dot to the right become level: what stands
/// at (x, y) afterwards stood at (x - slope·y, y + slope·x).
Picture levelled(const Picture&, double slope);

/// The grey value that parts ink from paper best (Otsu).
int ink_threshold(const Picture&);

}  // namespace haidang::documents
