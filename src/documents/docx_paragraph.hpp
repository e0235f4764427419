// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>
#include <vector>

#include "documents/source.hpp"
#include "docx_numbering.hpp"
#include "docx_styles.hpp"
#include "xml.hpp"

namespace haidang::documents {

/// What all paragraphs of a document share while it is read.
struct DocxContext {
  Styles styles;
  Numbering numbering;
  std::set<std::string> remarks;
  std::size_t text_left = 0;  ///< bytes of text that may still come
  std::size_t cells_left = 200'000;
};

/// The visible text of a paragraph while it is put together. Deleted and hidden text is left out.
class ParagraphText {
 public:
  /// Adds the runs of a paragraph; text boxes anchored in it are collected aside.
  void add(xml::Element paragraph, DocxContext&);
  bool empty() const;
  /// The lines of the paragraph as `properties` shape it, the automatic number in front. Empties this.
  std::vector<Line> lines(xml::Element properties, DocxContext&);
  std::vector<xml::Element> take_text_boxes();

 private:
  struct Piece {
    std::string text;
    std::size_t letters = 0, bold = 0, italic = 0;
  };
  void add_content(xml::Element parent, DocxContext&);
  void add_run(xml::Element run, DocxContext&);
  void add_text(std::string_view, const RunLook&, DocxContext&);
  void add_drawing(xml::Element);

  std::optional<std::string> style_;
  std::vector<Piece> pieces_{1};
  std::vector<xml::Element> text_boxes_;
};

/// Elements that only wrap others: what is inside counts.
bool is_transparent(xml::Element);
/// Text that was taken out while changes were tracked.
bool is_deleted(xml::Element, DocxContext&);

}  // namespace haidang::documents
