// SPDX-License-Identifier: Apache-2.0
#include "plan_page_view.hpp"

#include <algorithm>

#include "documents/paragraph.hpp"

namespace haidang::directives {
namespace {

using documents::Cell;
using documents::Paragraph;
using json::Array;
using json::Object;

Array line(const documents::Place& place, bool joined) {
  return {place.begin, place.end, joined ? 1 : 0};
}

std::string style_of(const Paragraph& paragraph) {
  std::vector<std::string> styles;
  if (paragraph.centred) styles.emplace_back("centred");
  if (paragraph.bold) styles.emplace_back("bold");
  if (paragraph.italic) styles.emplace_back("italic");
  if (paragraph.blank_before) styles.emplace_back("gap");
  return join(styles, " ");
}

Object paragraph_block(const Paragraph& paragraph) {
  Array lines;
  for (const Paragraph::Piece& piece : paragraph.pieces)
    lines.push_back(line(piece.place, piece.begin > 0 && paragraph.text[piece.begin - 1] != ' '));
  return {{"style", style_of(paragraph)}, {"lines", std::move(lines)}};
}

/// How many positions from (row, column) on belong to the cell that starts there.
std::pair<int, int> extent(const documents::Table& table, int row, int column) {
  const auto belongs = [&](int r, int c) {
    const Cell& cell = table.rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
    return cell.origin_row == row && cell.origin_column == column;
  };
  const int height = static_cast<int>(table.rows.size());
  const int width = static_cast<int>(table.rows[static_cast<std::size_t>(row)].size());
  int down = 1, across = 1;
  while (row + down < height && belongs(row + down, column)) ++down;
  while (column + across < width && belongs(row, column + across)) ++across;
  return {down, across};
}

Object table_block(const documents::Table& table) {
  Array rows;
  for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
    Array cells;
    const auto& positions = table.rows[static_cast<std::size_t>(row)];
    for (int column = 0; column < static_cast<int>(positions.size()); ++column) {
      const Cell& cell = positions[static_cast<std::size_t>(column)];
      if (cell.origin_row != row || cell.origin_column != column) continue;
      const auto [down, across] = extent(table, row, column);
      Array lines;
      for (const documents::Line& each : cell.lines) lines.push_back(line(each.place, false));
      cells.push_back(Object{{"rowspan", down}, {"colspan", across}, {"lines", std::move(lines)}});
    }
    rows.push_back(std::move(cells));
  }
  return {{"ruled", table.ruled}, {"rows", std::move(rows)}};
}

Object task_view(const Task& task) {
  Array others, targets;
  for (const Deadline& other : task.other_deadlines) others.push_back(both(words_of(other)));
  for (const Target& target : task.targets) targets.push_back(both(words_of(target)));
  return {{"due", both(task.deadline ? words_of(*task.deadline) : Words{})},
          {"other_due", std::move(others)},
          {"target_words", std::move(targets)},
          {"needs_review", needs_review(task)}};
}

}  // namespace

Object both(const Words& words) {
  return {{"vi", words.vietnamese}, {"en", words.english}};
}

Array text_blocks(const documents::SourceDocument& source) {
  Array blocks;
  int page = 0;
  const auto turn_to = [&](int next) {
    if (next > page && page > 0) blocks.push_back(Object{{"page", next}});
    page = std::max(page, next);
  };
  for (const documents::FlowItem& item : documents::assemble_paragraphs(source)) {
    if (const auto* paragraph = std::get_if<Paragraph>(&item)) {
      if (!paragraph->pieces.empty()) turn_to(paragraph->pieces.front().place.page);
      blocks.push_back(paragraph_block(*paragraph));
    } else {
      const auto& table = *std::get<const documents::Table*>(item);
      turn_to(table.place.page);
      blocks.push_back(table_block(table));
    }
  }
  return blocks;
}

Array task_views(const Plan& plan) {
  Array views;
  for (const Task& task : plan.tasks) views.push_back(task_view(task));
  return views;
}

}  // namespace haidang::directives
