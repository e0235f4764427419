// SPDX-License-Identifier: Apache-2.0
#include "docx_body.hpp"

#include <iterator>

namespace haidang::documents {

std::vector<Line> flatten(std::vector<Block> blocks) {
  std::vector<Line> lines;
  for (auto& block : blocks) {
    if (auto* line = std::get_if<Line>(&block)) {
      lines.push_back(std::move(*line));
      continue;
    }
    for (auto& row : std::get<Table>(block).rows)
      for (auto& cell : row) std::move(cell.lines.begin(), cell.lines.end(), std::back_inserter(lines));
  }
  return lines;
}

std::vector<Block> DocxBody::read(xml::Element parent) {
  add_children(parent);
  // The mark of the last paragraph may have been deleted: what it held still counts.
  for (auto& line : paragraph_.lines({}, context_)) blocks_.emplace_back(std::move(line));
  return std::move(blocks_);
}

void DocxBody::add_children(xml::Element parent) {
  for (const auto child : xml::Children(parent)) {
    if (is_deleted(child, context_)) continue;
    if (child.is("p"))
      add_paragraph(child);
    else if (child.is("tbl"))
      add_table(child);
    else if (child.is("AlternateContent"))
      add_children(child.child("Choice") ? child.child("Choice") : child.child("Fallback"));
    else if (is_transparent(child))
      add_children(child);
  }
}

void DocxBody::add_paragraph(xml::Element element) {
  const auto properties = element.child("pPr");
  paragraph_.add(element, context_);
  // A deleted paragraph mark joins the paragraph with the next one.
  if (is_deleted(properties.child("rPr").child("del"), context_)) return;
  auto lines = paragraph_.lines(properties, context_);
  auto boxes = paragraph_.take_text_boxes();
  if (lines.empty() && boxes.empty()) gap_ = true;
  for (auto& line : lines) {
    line.blank_before = std::exchange(gap_, false) && !blocks_.empty();
    blocks_.emplace_back(std::move(line));
  }
  for (const auto box : boxes) {
    auto inside = DocxBody(context_).read(box);
    std::move(inside.begin(), inside.end(), std::back_inserter(blocks_));
    gap_ = false;
  }
}

namespace {

/// The only cell of a table that has just one, as some programs frame a whole page.
xml::Element only_cell(xml::Element table) {
  const auto row = table.child("tr");
  const auto cell = row.child("tc");
  int rows = 0, cells = 0;
  for (const auto each : xml::Children(table)) rows += each.is("tr") || is_transparent(each) ? 1 : 0;
  for (const auto each : xml::Children(row)) cells += each.is("tc") || is_transparent(each) ? 1 : 0;
  return rows == 1 && cells == 1 ? cell : xml::Element{};
}

}  // namespace

void DocxBody::add_table(xml::Element element) {
  if (const auto cell = only_cell(element)) {
    add_children(cell);
    return;
  }
  Table table = read_docx_table(element, context_);
  gap_ = false;
  if (!table.rows.empty()) blocks_.emplace_back(std::move(table));
}

}  // namespace haidang::documents
