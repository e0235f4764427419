// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "docx_paragraph.hpp"

namespace haidang::documents {

/// Reads what a body, a cell or a text box holds: paragraphs and tables in order.
class DocxBody {
 public:
  explicit DocxBody(DocxContext& context) : context_(context) {}
  std::vector<Block> read(xml::Element parent);

 private:
  void add_children(xml::Element parent);
  void add_paragraph(xml::Element);
  void add_table(xml::Element);

  DocxContext& context_;
  ParagraphText paragraph_;
  bool gap_ = false;
  std::vector<Block> blocks_;
};

/// Reads one table. Tables inside a cell give their lines to the cell, row by row.
Table read_docx_table(xml::Element, DocxContext&);

/// The lines of blocks in reading order.
std::vector<Line> flatten(std::vector<Block>);

}  // namespace haidang::documents
