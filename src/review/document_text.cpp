// SPDX-License-Identifier: Apache-2.0
#include "document_text.hpp"

#include <algorithm>
#include <functional>

#include "base/vietnamese.hpp"

namespace haidang::review {
namespace {

using documents::Line;
using documents::SourceDocument;
using documents::Table;

struct CellPlace {
  int table = 0, row = 0, column = 0;
};

using Visit = std::function<void(const Line&, const std::optional<CellPlace>&)>;

void visit_table(const Table& table, int number, const Visit& visit) {
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    for (std::size_t column = 0; column < table.rows[row].size(); ++column)
      for (const Line& line : table.rows[row][column].lines)
        visit(line, CellPlace{number, static_cast<int>(row) + 1, static_cast<int>(column) + 1});
}

void visit_lines(const SourceDocument& source, const Visit& visit) {
  int tables = 0;
  for (const auto& block : source.blocks) {
    if (const auto* line = std::get_if<Line>(&block)) {
      visit(*line, std::nullopt);
    } else {
      visit_table(std::get<Table>(block), ++tables, visit);
    }
  }
}

std::optional<PageBox> box_of(const documents::Place& place) {
  if (!place.box) return std::nullopt;
  return PageBox{place.page, place.box->left, place.box->top, place.box->right, place.box->bottom};
}

api::TextLine line_of(const Line& line, const std::optional<CellPlace>& cell) {
  api::TextLine text{.text = line.text,
                     .from = static_cast<std::int64_t>(line.place.begin),
                     .to = static_cast<std::int64_t>(line.place.end),
                     .box = box_of(line.place),
                     .paragraph = line.whole_paragraph,
                     .blank_before = line.blank_before,
                     .bold = line.bold,
                     .italic = line.italic,
                     .centred = line.centred,
                     .indent = line.indent,
                     .table = {},
                     .row = {},
                     .column = {}};
  if (cell) {
    text.table = cell->table;
    text.row = cell->row;
    text.column = cell->column;
  }
  return text;
}

bool has_pictures(documents::Format format) {
  return format == documents::Format::Pdf || format == documents::Format::ScannedPdf ||
         format == documents::Format::Image;
}

}  // namespace

api::DocumentText document_text(const SourceDocument& source) {
  api::DocumentText text;
  text.remarks = source.remarks;
  for (const auto& page : source.pages)
    text.pages.push_back({.number = static_cast<int>(text.pages.size()) + 1,
                          .width = page.width,
                          .height = page.height,
                          .has_image = has_pictures(source.format),
                          .rotation = page.rotation,
                          .lines = {}});
  if (text.pages.empty()) text.pages.push_back({.number = 1, .lines = {}});
  visit_lines(source, [&](const Line& line, const std::optional<CellPlace>& cell) {
    const auto page = std::clamp<int>(line.place.page, 1, static_cast<int>(text.pages.size()));
    text.pages[static_cast<std::size_t>(page) - 1].lines.push_back(line_of(line, cell));
  });
  return text;
}

PlaceFinder::PlaceFinder(const SourceDocument& source)
    : end_(static_cast<std::int64_t>(count_code_points(source.text))) {
  visit_lines(source, [&](const Line& line, const std::optional<CellPlace>&) {
    lines_.push_back({static_cast<std::int64_t>(line.place.begin), static_cast<std::int64_t>(line.place.end),
                      box_of(line.place), line.place.page});
  });
}

std::optional<TextPlace> PlaceFinder::find(std::int64_t from, std::int64_t to) const {
  if (from < 0 || from >= to || to > end_) return std::nullopt;
  TextPlace place{.page = {}, .from = from, .to = to, .boxes = {}};
  for (const Stretch& line : lines_) {
    if (line.to <= from || line.from >= to) continue;
    if (line.page > 0 && !place.page) place.page = line.page;
    if (line.box) place.boxes.push_back(*line.box);
  }
  return place;
}

}  // namespace haidang::review
