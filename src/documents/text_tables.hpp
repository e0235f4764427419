// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>

#include "text_row.hpp"

namespace haidang::documents {

struct TextTable {
  std::size_t rows = 0;  ///< how many text rows it covers, from the first of the span
  Table table;
};

/// A table that begins at the first row: drawn with | or │, or fields separated by tabs as a spreadsheet copies them.
std::optional<TextTable> find_text_table(std::span<const TextRow>);

/// Gives every row as many positions as the widest one has, each its own origin.
void square_up(Table&);

}  // namespace haidang::documents
