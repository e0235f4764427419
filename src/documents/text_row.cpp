// SPDX-License-Identifier: Apache-2.0
#include "text_row.hpp"

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

constexpr int kGap = 3;

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\u00a0' || c == U'\t';
}

}  // namespace

std::vector<Segment> segments_of(const TextRow& row) {
  std::vector<Segment> segments;
  const int size = static_cast<int>(row.columns.size());
  for (int at = 0; at < size; ++at) {
    if (is_blank(row.columns[static_cast<std::size_t>(at)])) continue;
    if (segments.empty() || at - segments.back().end >= kGap) segments.push_back({at, at});
    segments.back().end = at + 1;
  }
  return segments;
}

Line line_of(const TextRow& row, Segment segment) {
  Line line;
  const auto begin = static_cast<std::size_t>(segment.begin);
  line.text = collapse_spaces(
      encode_utf8(std::u32string_view(row.columns).substr(begin, static_cast<std::size_t>(segment.end) - begin)));
  line.indent = segment.begin * kPointsPerColumn;
  return line;
}

}  // namespace haidang::documents
