// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "page_content.hpp"

namespace haidang::documents {

/// Words on one base line, from left to right.
struct PageRow {
  std::vector<Word> words;
  Box box;
  double space_above = 0;  ///< empty height above, in line heights beyond the usual distance
};

/// Puts words into rows by where they stand, whatever order they come in. From top to bottom.
std::vector<PageRow> rows_of(std::vector<Word>);

/// The parts of a row between wide gaps; a letter head's national name begins a part of its own however near it stands.
std::vector<std::span<const Word>> parts_of(const PageRow&);

/// Words as a line with its box; indent and spacing are set by whoever knows the text area.
Line line_of(std::span<const Word>, int page);

}  // namespace haidang::documents
