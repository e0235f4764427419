// SPDX-License-Identifier: Apache-2.0
#include "page_tables.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "page_rows.hpp"
#include "ruled_grid.hpp"

namespace haidang::documents {
namespace {

constexpr double kOutside = 2;  // points a letter may stick out of its cell
constexpr double kSameColumn = 6;

bool is_inside(const Word& word, const Box& box) {
  return centre_of(word.box) >= box.left - kOutside && centre_of(word.box) <= box.right + kOutside &&
         middle_of(word.box) >= box.top - kOutside && middle_of(word.box) <= box.bottom + kOutside;
}

/// The position between lines in which a coordinate lies.
std::size_t position_of(const std::vector<double>& lines, double at) {
  const auto after = std::upper_bound(lines.begin() + 1, lines.end() - 1, at);
  return static_cast<std::size_t>(after - lines.begin()) - 1;
}

std::vector<Line> cell_lines(std::vector<Word> words, int page) {
  std::vector<Line> lines;
  for (const auto& row : rows_of(std::move(words))) lines.push_back(line_of(row.words, page));
  return lines;
}

PageTable fill(const RuledGrid& grid, std::vector<Word> words, int page) {
  PageTable result{{}, grid.box(), grid.columns};
  result.table.place.page = page;
  result.table.place.box = result.box;
  std::map<std::pair<int, int>, std::vector<Word>> by_origin;
  for (auto& word : words) {
    const auto& origin =
        grid.positions[position_of(grid.rows, middle_of(word.box))][position_of(grid.columns, centre_of(word.box))];
    by_origin[{origin.origin_row, origin.origin_column}].push_back(std::move(word));
  }
  for (const auto& row : grid.positions) {
    auto& cells = result.table.rows.emplace_back();
    for (const auto& position : row) cells.push_back({{}, position.origin_row, position.origin_column});
  }
  for (auto& [origin, cell_words] : by_origin)
    result.table.rows[static_cast<std::size_t>(origin.first)][static_cast<std::size_t>(origin.second)].lines =
        cell_lines(std::move(cell_words), page);
  return result;
}

std::string text_of(const std::vector<Cell>& row) {
  std::string text;
  for (const auto& cell : row) {
    for (const auto& line : cell.lines) text += line.text + ' ';
    text += '|';
  }
  return text;
}

}  // namespace

std::vector<PageTable> take_tables(PageContent& content, int page) {
  std::vector<PageTable> tables;
  for (const auto& grid : find_grids(content.horizontals, content.verticals)) {
    std::vector<Word> inside;
    const Box box = grid.box();
    const auto rest = std::stable_partition(content.words.begin(), content.words.end(),
                                            [&](const Word& word) { return !is_inside(word, box); });
    std::move(rest, content.words.end(), std::back_inserter(inside));
    content.words.erase(rest, content.words.end());
    if (!inside.empty()) tables.push_back(fill(grid, std::move(inside), page));
  }
  return tables;
}

bool continue_table(PageTable& first, PageTable& next) {
  if (first.columns.size() != next.columns.size()) return false;
  for (std::size_t i = 0; i < first.columns.size(); ++i)
    if (std::abs(first.columns[i] - next.columns[i]) > kSameColumn) return false;
  auto& rows = next.table.rows;
  const bool repeats = !rows.empty() && text_of(rows.front()) == text_of(first.table.rows.front());
  const int dropped = repeats ? 1 : 0;
  const int shift = static_cast<int>(first.table.rows.size()) - dropped;
  for (std::size_t r = static_cast<std::size_t>(dropped); r < rows.size(); ++r) {
    for (auto& cell : rows[r]) cell.origin_row = std::max(cell.origin_row, dropped) + shift;
    first.table.rows.push_back(std::move(rows[r]));
  }
  return true;
}

}  // namespace haidang::documents
