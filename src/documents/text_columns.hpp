// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>

#include "text_row.hpp"

namespace haidang::documents {

/// Rows in which two columns stand side by side: a letter head, or "Nơi nhận" beside the signature.
struct SideBySide {
  std::size_t rows = 0;  ///< how many, from the first of the span
  int gutter = 0;        ///< the column where the right side begins
};

/// Looks for two columns that begin at the first row. Ordinary text with wide gaps is left alone: either the words of
/// a letter head or signature stand there, or several neighbouring rows agree on the gutter.
std::optional<SideBySide> find_side_by_side(std::span<const TextRow>);

/// The lines of the left column, then those of the right one.
std::vector<Line> lines_of_columns(std::span<const TextRow>, int gutter);

}  // namespace haidang::documents
