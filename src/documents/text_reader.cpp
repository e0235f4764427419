// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/encoding.hpp"
#include "base/vietnamese.hpp"
#include "documents/source.hpp"
#include "side_by_side.hpp"
#include "source_text.hpp"
#include "text_tables.hpp"

namespace haidang::documents {
namespace {

constexpr std::size_t kTabWidth = 8;
constexpr std::size_t kLongLine = 150;  // no typewriter or PDF line is longer: such a file has one paragraph per line

using PageOfRows = std::vector<TextRow>;

std::u32string spread_tabs(std::u32string_view raw) {
  std::u32string columns;
  for (const char32_t c : raw) {
    if (c != U'\t') {
      columns += c == U'\u00a0' ? U' ' : c;
      continue;
    }
    // A tab separates, however near the next stop is.
    std::size_t spaces = kTabWidth - columns.size() % kTabWidth;
    if (spaces < 3) spaces += kTabWidth;
    columns.append(spaces, U' ');
  }
  while (!columns.empty() && columns.back() == U' ') columns.pop_back();
  return columns;
}

std::vector<PageOfRows> split_pages(std::string_view text) {
  std::vector<PageOfRows> pages(1);
  int blanks = 0;
  std::u32string line;
  const auto end_line = [&] {
    TextRow row{spread_tabs(line), line, blanks};
    if (row.columns.empty()) {
      ++blanks;
    } else {
      pages.back().push_back(std::move(row));
      blanks = 0;
    }
    line.clear();
  };
  for (const char32_t c : decode_utf8(text)) {
    if (c == U'\f') {
      end_line();
      pages.emplace_back();
      blanks = 0;
    } else if (c == U'\n') {
      end_line();
    } else if (c >= U' ' || c == U'\t') {
      line += c;
    }
  }
  end_line();
  return pages;
}

/// "12", "- 12 -", "Trang 12", "12/30": the number, else 0.
int page_number_in(const TextRow& row) {
  std::string text = fold(encode_utf8(row.columns));
  if (text.starts_with("trang ")) text.erase(0, 6);
  std::erase_if(text, [](char c) { return c == ' ' || c == '-'; });
  if (const auto slash = text.find('/'); slash != std::string::npos) text.resize(slash);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0 && number < 10'000 ? number : 0;
}

/// Only at the edge of a page, and only when it counts with the pages: elsewhere a lone number is the text's own.
void drop_page_numbers(std::vector<PageOfRows>& pages) {
  if (pages.size() < 2) return;
  int expected = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    auto& page = pages[i];
    const int position = static_cast<int>(i) + 1;
    const auto is_number = [&](const TextRow& row) {
      const int number = page_number_in(row);
      return number != 0 && (std::abs(number - position) <= 1 || number == expected);
    };
    if (!page.empty() && is_number(page.front())) {
      expected = page_number_in(page.front()) + 1;
      page.erase(page.begin());
    } else if (!page.empty() && is_number(page.back())) {
      expected = page_number_in(page.back()) + 1;
      page.pop_back();
    }
  }
}

/// Blank lines that stand between most lines say nothing: how many are usual.
int usual_blanks(const std::vector<TextRow>& rows) {
  const auto with = std::count_if(rows.begin(), rows.end(), [](const TextRow& row) { return row.blanks_above > 0; });
  return rows.size() > 4 && with * 10 >= static_cast<long>(rows.size()) * 6 ? 1 : 0;
}

double usual_width(const std::vector<TextRow>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    if (row.columns.size() < kLongLine) widths.push_back(row.columns.size());
  if (widths.empty()) return 80;
  std::sort(widths.begin(), widths.end());
  return std::clamp(static_cast<double>(widths[widths.size() * 9 / 10]), 60.0, 120.0);
}

class TextAssembly {
 public:
  explicit TextAssembly(std::vector<TextRow> rows)
      : rows_(std::move(rows)),
        usual_blanks_(usual_blanks(rows_)),
        width_(usual_width(rows_)),
        paragraph_per_line_(std::count_if(rows_.begin(), rows_.end(),
                                          [](const TextRow& row) { return row.columns.size() > kLongLine; }) >= 2) {
    for (auto& row : rows_) {
      row.blanks_above = std::max(0, row.blanks_above - usual_blanks_);
      sides_.push_back(side_row(row));
    }
  }

  std::vector<Block> blocks() {
    for (std::size_t at = 0; at < rows_.size();) at += take(at);
    return std::move(blocks_);
  }

 private:
  static SideRow side_row(const TextRow& row) {
    SideRow sides{{}, static_cast<double>(row.blanks_above)};
    for (const auto segment : segments_of(row)) {
      Line line = line_of(row, segment);
      std::string folded = fold(line.text);
      sides.parts.push_back(
          {static_cast<double>(segment.begin), static_cast<double>(segment.end), std::move(folded), std::move(line)});
    }
    return sides;
  }

  std::size_t take(std::size_t at) {
    const auto sides = std::span<const SideRow>(sides_).subspan(at);
    const auto rest = std::span<const TextRow>(rows_).subspan(at);
    if (const auto columns = find_side_by_side(sides, {.least_right = 12, .centre = width_ / 2, .centre_within = 2})) {
      for (auto& line : lines_of_columns(sides.first(columns->rows), columns->gutter))
        blocks_.emplace_back(std::move(line));
      return columns->rows;
    }
    if (auto found = find_text_table(rest)) {
      blocks_.emplace_back(std::move(found->table));
      return found->rows;
    }
    blocks_.emplace_back(plain_line(rest.front()));
    return 1;
  }

  Line plain_line(const TextRow& row) const {
    const int begin = static_cast<int>(row.columns.find_first_not_of(U' '));
    const int end = static_cast<int>(row.columns.size());
    Line line = line_of(row, {begin, end});
    line.blank_before = row.blanks_above > 0 && !blocks_.empty();
    line.centred = begin >= 8 && end <= width_ + 4 && std::abs(begin - (width_ - end)) <= 5;
    line.whole_paragraph = paragraph_per_line_ && (row.columns.size() > kLongLine || ends_sentence(row.columns.back()));
    return line;
  }

  static bool ends_sentence(char32_t last) {
    return std::u32string_view(U".;:!?").find(last) != std::u32string_view::npos;
  }

  std::vector<TextRow> rows_;
  std::vector<SideRow> sides_;
  int usual_blanks_;
  double width_;
  bool paragraph_per_line_;
  std::vector<Block> blocks_;
};

}  // namespace

Result<SourceDocument> read_text(std::string_view bytes) {
  if (bytes.empty()) return reject(Code::DocumentEmpty);
  auto decoded = decode_text(bytes);
  if (!decoded) return pass_on(decoded);
  auto pages = split_pages(decoded->text);
  drop_page_numbers(pages);
  std::vector<TextRow> rows;
  for (auto& page : pages) std::move(page.begin(), page.end(), std::back_inserter(rows));
  if (rows.empty()) return reject(Code::DocumentEmpty);
  SourceDocument source;
  source.format = Format::Text;
  source.blocks = TextAssembly(std::move(rows)).blocks();
  if (decoded->encoding != Encoding::Utf8)
    source.remarks.push_back("encoding:" + std::string(name_of(decoded->encoding)));
  lay_out_text(source);
  return source;
}

}  // namespace haidang::documents
