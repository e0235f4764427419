// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "docx_body.hpp"
#include "text_tables.hpp"

namespace haidang::documents {
namespace {

constexpr int kMostColumns = 63;  // Word's own limit; also bounds what a damaged file may ask for

class DocxTableReading {
 public:
  DocxTableReading(xml::Element table, DocxContext& context) : context_(context) {
    add_rows(table);
    finish();
    table_.ruled = is_ruled(table.child("tblPr"));
  }
  Table take() { return std::move(table_); }

 private:
  void add_rows(xml::Element parent) {
    for (const auto child : xml::Children(parent)) {
      if (is_deleted(child, context_)) continue;
      if (child.is("tr"))
        add_row(child);
      else if (is_transparent(child))
        add_rows(child);
    }
  }

  void add_row(xml::Element row) {
    const auto properties = row.child("trPr");
    if (is_deleted(properties.child("del"), context_)) return;
    table_.rows.emplace_back();
    skip(whole_number(properties.child("gridBefore").attribute("val")).value_or(0));
    add_cells(row);
    if (table_.rows.back().empty()) table_.rows.pop_back();
  }

  void add_cells(xml::Element parent) {
    for (const auto child : xml::Children(parent)) {
      if (is_deleted(child, context_)) continue;
      if (child.is("tc"))
        add_cell(child);
      else if (is_transparent(child))
        add_cells(child);
    }
  }

  void add_cell(xml::Element element) {
    const auto properties = element.child("tcPr");
    const int span =
        std::clamp(whole_number(properties.child("gridSpan").attribute("val")).value_or(1), 1, kMostColumns);
    note_borders(properties.child("tcBorders"));
    const auto down = properties.child("vMerge");
    const bool goes_on = down && down.attribute_or("val", "continue") == "continue";
    const auto across = properties.child("hMerge");
    const bool across_on = across && across.attribute_or("val", "continue") == "continue";
    Cell cell{{}, row_index(), column_index()};
    if (goes_on && row_index() > 0)
      point_to(cell, row_index() - 1, column_index());
    else if (across_on && column_index() > 0)
      point_to(cell, row_index(), column_index() - 1);
    // A merged position is empty by the format's own rule; if a program put text there, it would not be printed.
    const bool own = cell.origin_row == row_index() && cell.origin_column == column_index();
    if (own && has_room()) cell.lines = flatten(DocxBody(context_).read(element));
    for (int i = 0; i < span && has_room(); ++i) {
      --context_.cells_left;
      table_.rows.back().push_back(cell);
      cell.lines.clear();
    }
  }

  void skip(int positions) {
    for (int i = 0; i < std::min(positions, kMostColumns) && has_room(); ++i)
      table_.rows.back().push_back({{}, row_index(), column_index()});
  }

  bool has_room() const { return context_.cells_left > 0 && column_index() < kMostColumns; }

  /// The merged cell that stands at a position, if there is one.
  void point_to(Cell& cell, int row, int column) const {
    const auto& cells = table_.rows[static_cast<std::size_t>(row)];
    if (column >= static_cast<int>(cells.size())) return;
    cell.origin_row = cells[static_cast<std::size_t>(column)].origin_row;
    cell.origin_column = cells[static_cast<std::size_t>(column)].origin_column;
  }

  void note_borders(xml::Element borders) {
    ++cells_;
    if (draws_borders(borders, 1).value_or(false)) ++bordered_;
  }

  bool is_ruled(xml::Element properties) const {
    const auto direct = draws_borders(properties.child("tblBorders"), 2);
    const bool drawn =
        direct ? *direct : context_.styles.draws_table_borders(properties.child("tblStyle").attribute("val"));
    return drawn || (cells_ > 0 && bordered_ * 2 >= cells_);
  }

  void finish() {
    std::size_t width = 0;
    for (const auto& row : table_.rows) width = std::max(width, row.size());
    for (std::size_t r = 0; r < table_.rows.size(); ++r)
      for (auto c = table_.rows[r].size(); c < width; ++c)
        table_.rows[r].push_back({{}, static_cast<int>(r), static_cast<int>(c)});
  }

  int row_index() const { return static_cast<int>(table_.rows.size()) - 1; }
  int column_index() const { return static_cast<int>(table_.rows.back().size()); }

  DocxContext& context_;
  Table table_;
  int cells_ = 0, bordered_ = 0;
};

}  // namespace

Table read_docx_table(xml::Element element, DocxContext& context) {
  return DocxTableReading(element, context).take();
}

}  // namespace haidang::documents
