// SPDX-License-Identifier: Apache-2.0
#include "text_tables.hpp"

#include <algorithm>

#include "base/vietnamese.hpp"
#include "side_by_side.hpp"

namespace haidang::documents {
namespace {

constexpr std::u32string_view kBars = U"|│┃║¦";
constexpr std::u32string_view kDrawing = U"|│┃║¦+-=_:─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬ ";

bool is_bar(char32_t c) {
  return kBars.find(c) != std::u32string_view::npos;
}

bool is_separator(const TextRow& row) {
  const bool drawn = std::all_of(row.columns.begin(), row.columns.end(),
                                 [](char32_t c) { return kDrawing.find(c) != std::u32string_view::npos; });
  return drawn && row.columns.find_first_of(U"-=─━═_") != std::u32string::npos && row.columns.size() >= 5;
}

bool has_bars(const TextRow& row) {
  return std::count_if(row.columns.begin(), row.columns.end(), is_bar) >= 2;
}

std::vector<std::u32string> split_fields(std::u32string_view text, bool (*separates)(char32_t)) {
  std::vector<std::u32string> fields(1);
  for (const char32_t c : text) {
    if (separates(c))
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

std::vector<std::u32string> bar_fields(const TextRow& row) {
  const auto start = row.columns.find_first_not_of(U' ');
  std::u32string_view text = std::u32string_view(row.columns).substr(start);
  if (is_bar(text.front())) text.remove_prefix(1);
  if (!text.empty() && is_bar(text.back())) text.remove_suffix(1);
  return split_fields(text, is_bar);
}

std::vector<std::u32string> tab_fields(const TextRow& row) {
  return split_fields(row.raw, [](char32_t c) { return c == U'\t'; });
}

void add_fields(std::vector<Cell>& cells, const std::vector<std::u32string>& fields) {
  if (cells.size() < fields.size()) cells.resize(fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    Line line;
    line.text = collapse_spaces(encode_utf8(fields[i]));
    if (!line.text.empty()) cells[i].lines.push_back(std::move(line));
  }
}

std::optional<TextTable> find_drawn_table(std::span<const TextRow> rows) {
  std::size_t end = 0, separators = 0, lines = 0;
  while (end < rows.size() && (is_separator(rows[end]) || has_bars(rows[end]))) {
    is_separator(rows[end]) ? ++separators : ++lines;
    ++end;
  }
  if (lines < 2) return std::nullopt;
  // With a separator under every row, a cell may hold several lines; with one only (or none), each line is a row.
  const bool boxed = separators >= 3;
  TextTable found{end, {}};
  bool open = false;
  for (const auto& row : rows.first(end)) {
    if (is_separator(row)) {
      open = false;
      continue;
    }
    if (!open || !boxed) found.table.rows.emplace_back();
    open = true;
    add_fields(found.table.rows.back(), bar_fields(row));
  }
  return found;
}

/// Two fields are too few to tell a table from a letter head or a list, unless many rows have them.
bool is_tab_row(const TextRow& row, std::size_t fields) {
  const auto parts = tab_fields(row);
  if (parts.size() != fields || collapse_spaces(encode_utf8(parts[0])).empty()) return false;
  return !(fields == 2 && is_list_label(collapse_spaces(encode_utf8(parts[0]))));
}

std::optional<TextTable> find_tab_table(std::span<const TextRow> rows) {
  const std::size_t fields = tab_fields(rows.front()).size();
  if (fields < 2) return std::nullopt;
  TextTable found;
  while (found.rows < rows.size() && is_tab_row(rows[found.rows], fields) &&
         (found.rows == 0 || rows[found.rows].blanks_above == 0)) {
    found.table.rows.emplace_back();
    add_fields(found.table.rows.back(), tab_fields(rows[found.rows]));
    ++found.rows;
  }
  const std::size_t least = fields == 2 ? 3 : 2;
  if (found.rows < least) return std::nullopt;
  return found;
}

}  // namespace

void square_up(Table& table) {
  std::size_t width = 0;
  for (const auto& row : table.rows) width = std::max(width, row.size());
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    table.rows[r].resize(width);
    for (std::size_t c = 0; c < width; ++c) {
      table.rows[r][c].origin_row = static_cast<int>(r);
      table.rows[r][c].origin_column = static_cast<int>(c);
    }
  }
}

std::optional<TextTable> find_text_table(std::span<const TextRow> rows) {
  if (rows.empty()) return std::nullopt;
  auto found = find_drawn_table(rows);
  if (!found) found = find_tab_table(rows);
  if (found) square_up(found->table);
  return found;
}

}  // namespace haidang::documents
