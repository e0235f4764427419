// SPDX-License-Identifier: Apache-2.0
#include "picture.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace haidang::documents {
namespace {

/// The next number of a PGM header; comments are skipped.
std::optional<int> header_number(std::string_view bytes, std::size_t& at) {
  while (at < bytes.size() &&
         (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '#')) {
    if (bytes[at] == '#')
      while (at < bytes.size() && bytes[at] != '\n') ++at;
    ++at;
  }
  int value = 0;
  const auto [end, error] =
      std::from_chars(bytes.data() + std::min(at, bytes.size()), bytes.data() + bytes.size(), value);
  if (error != std::errc()) return std::nullopt;
  at = static_cast<std::size_t>(end - bytes.data());
  return value;
}

Picture blank(int width, int height, double dots_per_inch) {
  Picture picture{width, height, dots_per_inch, {}};
  picture.grey.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255);
  return picture;
}

/// Means over blocks: shrinking by picking single dots would break thin strokes.
std::uint8_t mean_of(const Picture& picture, int left, int top, int right, int bottom) {
  long sum = 0;
  for (int y = top; y < bottom; ++y) {
    const std::uint8_t* row = picture.row(y);
    for (int x = left; x < right; ++x) sum += row[x];
  }
  return static_cast<std::uint8_t>(sum / std::max(1, (right - left) * (bottom - top)));
}

void shrink(const Picture& from, Picture& to) {
  for (int y = 0; y < to.height; ++y) {
    const int top = static_cast<int>(static_cast<long>(y) * from.height / to.height);
    const int bottom = std::max(top + 1, static_cast<int>(static_cast<long>(y + 1) * from.height / to.height));
    for (int x = 0; x < to.width; ++x) {
      const int left = static_cast<int>(static_cast<long>(x) * from.width / to.width);
      const int right = std::max(left + 1, static_cast<int>(static_cast<long>(x + 1) * from.width / to.width));
      to.row(y)[x] = mean_of(from, left, top, right, bottom);
    }
  }
}

void enlarge(const Picture& from, Picture& to, double factor) {
  for (int y = 0; y < to.height; ++y) {
    const double v = std::clamp((y + 0.5) / factor - 0.5, 0.0, from.height - 1.0);
    const int top = static_cast<int>(v), bottom = std::min(top + 1, from.height - 1);
    for (int x = 0; x < to.width; ++x) {
      const double u = std::clamp((x + 0.5) / factor - 0.5, 0.0, from.width - 1.0);
      const int left = static_cast<int>(u), right = std::min(left + 1, from.width - 1);
      const double upper = from.row(top)[left] * (1 - (u - left)) + from.row(top)[right] * (u - left);
      const double lower = from.row(bottom)[left] * (1 - (u - left)) + from.row(bottom)[right] * (u - left);
      to.row(y)[x] = static_cast<std::uint8_t>(upper * (1 - (v - top)) + lower * (v - top));
    }
  }
}

}  // namespace

std::optional<Picture> make_picture(std::int64_t width, std::int64_t height, double dots_per_inch) {
  if (width <= 0 || height <= 0 || width > 30'000 || height > 30'000) return std::nullopt;
  if (static_cast<std::size_t>(width * height) > kMostPixels) return std::nullopt;
  return blank(static_cast<int>(width), static_cast<int>(height), dots_per_inch);
}

std::optional<Picture> read_pgm(std::string_view bytes, double dots_per_inch) {
  if (!bytes.starts_with("P5")) return std::nullopt;
  std::size_t at = 2;
  const auto width = header_number(bytes, at), height = header_number(bytes, at), most = header_number(bytes, at);
  if (!width || !height || most != 255) return std::nullopt;
  auto picture = make_picture(*width, *height, dots_per_inch);
  if (!picture || bytes.size() - at < picture->grey.size() + 1) return std::nullopt;
  std::copy_n(bytes.data() + at + 1, picture->grey.size(), reinterpret_cast<char*>(picture->grey.data()));
  return picture;
}

std::string write_pgm(const Picture& picture) {
  std::string text = "P5\n" + std::to_string(picture.width) + " " + std::to_string(picture.height) + "\n255\n";
  return text.append(reinterpret_cast<const char*>(picture.grey.data()), picture.grey.size());
}

Picture turned(const Picture& picture, int degrees) {
  const bool upright = degrees == 180;
  Picture result =
      blank(upright ? picture.width : picture.height, upright ? picture.height : picture.width, picture.dots_per_inch);
  for (int y = 0; y < picture.height; ++y) {
    const std::uint8_t* row = picture.row(y);
    for (int x = 0; x < picture.width; ++x) {
      if (degrees == 90) result.row(x)[picture.height - 1 - y] = row[x];
      if (degrees == 180) result.row(picture.height - 1 - y)[picture.width - 1 - x] = row[x];
      if (degrees == 270) result.row(picture.width - 1 - x)[y] = row[x];
    }
  }
  return result;
}

Picture scaled(const Picture& picture, double factor) {
  const int width = std::max(1, static_cast<int>(std::lround(picture.width * factor)));
  const int height = std::max(1, static_cast<int>(std::lround(picture.height * factor)));
  Picture result = blank(width, height, picture.dots_per_inch * factor);
  factor < 1 ? shrink(picture, result) : enlarge(picture, result, factor);
  return result;
}

Picture levelled(const Picture& picture, double slope) {
  Picture result = blank(picture.width, picture.height, picture.dots_per_inch);
  std::vector<int> falls(static_cast<std::size_t>(picture.width));
  for (int x = 0; x < picture.width; ++x) falls[static_cast<std::size_t>(x)] = static_cast<int>(std::lround(x * slope));
  for (int y = 0; y < picture.height; ++y) {
    std::uint8_t* row = result.row(y);
    const int shift = static_cast<int>(std::lround(y * slope));
    for (int x = std::max(0, shift); x < std::min(picture.width, picture.width + shift); ++x) {
      const int from = y + falls[static_cast<std::size_t>(x)];
      if (from >= 0 && from < picture.height) row[x] = picture.row(from)[x - shift];
    }
  }
  return result;
}

int ink_threshold(const Picture& picture) {
  std::array<double, 256> counts{};
  for (const auto value : picture.grey) ++counts[value];
  double all = static_cast<double>(picture.grey.size()), sum = 0;
  for (int i = 0; i < 256; ++i) sum += i * counts[static_cast<std::size_t>(i)];
  double below = 0, sum_below = 0, best = -1;
  int threshold = 128;
  for (int i = 0; i < 255; ++i) {
    below += counts[static_cast<std::size_t>(i)];
    sum_below += i * counts[static_cast<std::size_t>(i)];
    if (below == 0 || below == all) continue;
    const double distance = sum_below / below - (sum - sum_below) / (all - below);
    const double between = below * (all - below) * distance * distance;
    if (between > best) {
      best = between;
      threshold = i;
    }
  }
  return threshold;
}

}  // namespace haidang::documents
