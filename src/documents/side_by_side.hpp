// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "documents/source.hpp"

namespace haidang::documents {

/// A stretch of words without a wide gap; in columns of a text file or in points of a page.
struct SidePart {
  double begin = 0, end = 0;
  std::string folded;  ///< the words as `fold` makes them
  Line line;           ///< as it will be handed on
};

struct SideRow {
  std::vector<SidePart> parts;
  double blanks_above = 0;  ///< empty lines above, or the space in line heights
};

struct SideMeasure {
  double least_gutter = 1;  ///< the empty strip between the columns, over all rows
  double least_right = 24;  ///< a right column begins beyond this
  double centre = 0;        ///< the middle of the text area; a row standing there alone is a title. 0: unknown
  double centre_within = 0;
};

/// Rows in which two columns stand side by side: a letter head, or "Nơi nhận" beside the signature.
struct SideBySide {
  std::size_t rows = 0;  ///< how many, from the first of the span
  double gutter = 0;     ///< where the right side begins
};

/// Looks for two columns that begin at the first row. Ordinary text with wide gaps is left alone: either the words of
/// a letter head or signature stand there, or several neighbouring rows agree on the gutter.
std::optional<SideBySide> find_side_by_side(std::span<const SideRow>, const SideMeasure&);

/// The lines of the left column, then those of the right one.
std::vector<Line> lines_of_columns(std::span<const SideRow>, double gutter);

/// "1.", "a)", "IV.", "-", "+": what stands before a gap in a list, not a column of its own.
bool is_list_label(std::string_view);

}  // namespace haidang::documents
