// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <variant>
#include <vector>

#include "documents/source.hpp"

namespace haidang::documents {

/// A paragraph put together from its printed lines, able to say where each of its characters came from.
struct Paragraph {
  struct Piece {
    std::size_t begin;  ///< byte offset in `text` at which the line's text starts
    Place place;        ///< of the whole line
  };
  std::string text;
  std::vector<Piece> pieces;
  bool bold = false, italic = false, centred = false;
  bool blank_before = false;
  double indent = 0;
  double confidence = 1;

  /// The place of the bytes [begin, end) of `text`: page and box of the first line, code points in the source text.
  Place place_of(std::size_t begin, std::size_t end) const;
  Place place() const { return place_of(0, text.size()); }
};

/// A table's position in the flow, between paragraphs.
using FlowItem = std::variant<Paragraph, const Table*>;

/// Joins printed lines into paragraphs: by clause marks, sentence ends, indents, empty lines, and how full a line is.
/// Lines of a word-processor file are paragraphs already. Words broken at a hyphen are put together.
/// The items point into `source`, which must outlive them.
std::vector<FlowItem> assemble_paragraphs(const SourceDocument& source);

/// The same for the lines of one table cell.
std::string text_of_cell(const Cell&);

}  // namespace haidang::documents
