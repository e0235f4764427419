// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>

#include "xml.hpp"

namespace haidang::documents {

/// How letters look; unset where nothing says so.
struct RunLook {
  std::optional<bool> bold, italic, hidden, capitals;
  RunLook over(const RunLook& below) const;  ///< this, and `below` where this is silent
};

/// How a paragraph stands. Lengths in twentieths of a point.
struct ParagraphLook {
  std::optional<std::string> alignment;
  std::optional<int> left, first_line;  ///< first_line is negative for a hanging indent
  std::optional<int> numbering, level;  ///< numbering 0 switches the numbering of a style off
  ParagraphLook over(const ParagraphLook& below) const;
};

RunLook run_look(xml::Element run_properties);
ParagraphLook paragraph_look(xml::Element paragraph_properties);

/// A whole number within what a document may sensibly say, else nothing.
std::optional<int> whole_number(const std::optional<std::string>&);

/// Whether lines are drawn: two at least of a table's six borders, or any of a cell's. Unset: nothing is said.
std::optional<bool> draws_borders(xml::Element borders, int least);

/// The named styles of a word-processor document, what they are based on already worked in.
class Styles {
 public:
  Styles() = default;
  explicit Styles(xml::Element root);

  ParagraphLook paragraph(const std::optional<std::string>& style) const;
  RunLook run(const std::optional<std::string>& paragraph_style, const std::optional<std::string>& run_style) const;
  bool draws_table_borders(const std::optional<std::string>& style) const;

 private:
  struct Style {
    std::optional<std::string> based_on;
    ParagraphLook paragraph;
    RunLook run;
    std::optional<bool> table_borders;
  };
  template <class Visit>
  void along(const std::optional<std::string>& style, Visit visit) const;
  const std::optional<std::string>& or_default(const std::optional<std::string>& style) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::optional<std::string> default_paragraph_style_;
  ParagraphLook default_paragraph_;
  RunLook default_run_;
};

}  // namespace haidang::documents
