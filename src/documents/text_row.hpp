// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "documents/source.hpp"

namespace haidang::documents {

/// A line of a text file that is not blank, tabs spread to columns.
struct TextRow {
  std::u32string columns;  ///< trailing spaces removed
  std::u32string raw;      ///< as it stood, tabs kept
  int blanks_above = 0;
};

/// A stretch of a row without a gap of three or more spaces.
struct Segment {
  int begin = 0, end = 0;
};

std::vector<Segment> segments_of(const TextRow&);

/// The part of a row as a line: spaces collapsed, indent measured.
Line line_of(const TextRow&, Segment);

inline constexpr double kPointsPerColumn = 6;

}  // namespace haidang::documents
