// SPDX-License-Identifier: Apache-2.0
#include "page_rows.hpp"

#include <algorithm>
#include <cmath>

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

constexpr double kSameRow = 0.4;  // of the greater height: rows side by side may be shifted by half a line
constexpr double kWideGap = 1.5;  // of the height; justified words stand nearer
constexpr double kLeastForcedGap = 2;

double gap_before(const Word& left, const Word& right) {
  return right.box.left - left.box.right;
}

bool begins_national_name(std::span<const Word> words) {
  if (words.size() < 4) return false;
  std::string text;
  for (const auto& word : words.first(4)) text += word.text + " ";
  text = fold(text);
  return text.starts_with("cong hoa xa hoi") || text.starts_with("doc lap -");
}

/// The most common distance between neighbouring rows.
double usual_distance(const std::vector<PageRow>& rows) {
  std::vector<double> distances;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const double distance = middle_of(rows[i].box) - middle_of(rows[i - 1].box);
    if (distance > 0.6 * height_of(rows[i].box)) distances.push_back(distance);
  }
  if (distances.empty()) return 0;
  const auto middle = distances.begin() + static_cast<long>(distances.size() / 2);
  std::nth_element(distances.begin(), middle, distances.end());
  return *middle;
}

}  // namespace

Box around(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

std::vector<PageRow> rows_of(std::vector<Word> words) {
  std::sort(words.begin(), words.end(),
            [](const Word& a, const Word& b) { return middle_of(a.box) < middle_of(b.box); });
  std::vector<PageRow> rows;
  for (auto& word : words) {
    const auto fits = [&](const PageRow& row) {
      const double height = std::max(height_of(row.words.front().box), height_of(word.box));
      return std::abs(middle_of(row.words.front().box) - middle_of(word.box)) <= kSameRow * height;
    };
    if (rows.empty() || !fits(rows.back())) {
      rows.push_back({{}, word.box, 0});
    }
    rows.back().box = around(rows.back().box, word.box);
    rows.back().words.push_back(std::move(word));
  }
  for (auto& row : rows)
    std::sort(row.words.begin(), row.words.end(), [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
  const double usual = usual_distance(rows);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const double height = std::max(1.0, height_of(rows[i].box));
    const double distance = middle_of(rows[i].box) - middle_of(rows[i - 1].box);
    rows[i].space_above = std::max(0.0, (distance - std::max(usual, height)) / height);
  }
  return rows;
}

std::vector<std::span<const Word>> parts_of(const PageRow& row) {
  std::vector<std::span<const Word>> parts;
  const std::span<const Word> words(row.words);
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= words.size(); ++i) {
    const bool ends = i == words.size() || gap_before(words[i - 1], words[i]) > kWideGap * height_of(words[i].box) ||
                      (gap_before(words[i - 1], words[i]) > kLeastForcedGap && begins_national_name(words.subspan(i)));
    if (!ends) continue;
    parts.push_back(words.subspan(begin, i - begin));
    begin = i;
  }
  return parts;
}

Line line_of(std::span<const Word> words, int page) {
  Line line;
  line.bold = line.italic = true;
  double confidence = 0;
  Box box = words.front().box;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (i > 0) line.text += ' ';
    line.text += word.text;
    line.bold = line.bold && word.bold;
    line.italic = line.italic && word.italic;
    confidence += word.confidence;
    box = around(box, word.box);
  }
  line.text = collapse_spaces(to_nfc(line.text));
  line.confidence = confidence / static_cast<double>(words.size());
  line.place.page = page;
  line.place.box = box;
  return line;
}

}  // namespace haidang::documents
