// SPDX-License-Identifier: Apache-2.0
#include "page_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>

#include "base/vietnamese.hpp"
#include "page_margins.hpp"
#include "page_tables.hpp"
#include "side_by_side.hpp"

namespace haidang::documents {
namespace {

constexpr double kBlankAbove = 0.45;  // line heights beyond the usual distance
constexpr double kLeastCentredIndent = 24;
constexpr double kIndentWithin = 3;      // points
constexpr double kCentredWithin = 0.02;  // of the text width

/// Left and right edge of what is printed on all pages.
struct TextArea {
  double left = 0, right = 0;
  double width() const { return right - left; }
};

TextArea text_area(const std::vector<PageRows>& pages) {
  std::vector<double> lefts, rights;
  for (const auto& page : pages)
    for (const auto& row : page.rows) {
      if (width_of(row.box) < 0.4 * page.page.width) continue;
      lefts.push_back(row.box.left);
      rights.push_back(row.box.right);
    }
  if (lefts.empty()) return {};
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end());
  // A stray mark at the edge of a scan must not move the whole text.
  return {lefts[lefts.size() / 20], rights[rights.size() - 1 - rights.size() / 20]};
}

/// By how much first lines of paragraphs usually are indented; 0 when they are not.
double usual_indent(const std::vector<PageRows>& pages, const TextArea& area) {
  std::map<int, int> counts;
  for (const auto& page : pages)
    for (const auto& row : page.rows)
      if (row.box.left - area.left > kIndentWithin)
        ++counts[static_cast<int>(std::lround((row.box.left - area.left) / kIndentWithin))];
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() || most->second < 3 ? 0 : most->first * kIndentWithin;
}

class PageLayout {
 public:
  PageLayout(const std::vector<PageRows>& pages, std::vector<Block>& blocks)
      : area_(text_area(pages)), usual_indent_(usual_indent(pages, area_)), blocks_(blocks) {}

  void add(PageRows& page, std::vector<PageTable> tables, int number) {
    number_ = number;
    std::sort(tables.begin(), tables.end(),
              [](const PageTable& a, const PageTable& b) { return a.box.top < b.box.top; });
    std::size_t from = 0;
    for (auto& table : tables) {
      std::size_t to = from;
      while (to < page.rows.size() && middle_of(page.rows[to].box) < table.box.top) ++to;
      add_rows(std::span(page.rows).subspan(from, to - from), page.page);
      add_table(std::move(table));
      from = to;
    }
    add_rows(std::span(page.rows).subspan(from), page.page);
  }

  void finish() { close_table(); }

 private:
  void add_table(PageTable table) {
    const bool continues = open_ && open_page_ < number_ && continue_table(*open_, table);
    open_page_ = number_;
    if (continues) return;
    close_table();
    open_ = std::move(table);
  }

  /// A table stays open as long as nothing else follows: it may go on on the next page.
  void close_table() {
    if (open_) blocks_.emplace_back(std::move(open_->table));
    open_.reset();
  }

  void add_rows(std::span<const PageRow> rows, const Page& page) {
    if (rows.empty()) return;
    close_table();
    std::vector<SideRow> sides;
    for (const auto& row : rows) sides.push_back(side_row(row));
    const SideMeasure measure{.least_gutter = 3,
                              .least_right = 0.3 * page.width,
                              .centre = (area_.left + area_.right) / 2,
                              .centre_within = kCentredWithin * area_.width()};
    for (std::size_t at = 0; at < rows.size();) {
      const auto rest = std::span<const SideRow>(sides).subspan(at);
      if (const auto columns = find_side_by_side(rest, measure)) {
        for (auto& line : lines_of_columns(rest.first(columns->rows), columns->gutter))
          blocks_.emplace_back(std::move(line));
        at += columns->rows;
      } else {
        blocks_.emplace_back(whole_row(rows[at]));
        ++at;
      }
    }
  }

  SideRow side_row(const PageRow& row) const {
    SideRow sides{{}, row.space_above};
    for (const auto part : parts_of(row)) {
      Line line = line_of(part, number_);
      line.indent = std::max(0.0, line.place.box->left - area_.left);
      std::string folded = fold(line.text);
      const Box box = *line.place.box;
      sides.parts.push_back({box.left, box.right, std::move(folded), std::move(line)});
    }
    return sides;
  }

  Line whole_row(const PageRow& row) const {
    Line line = line_of(row.words, number_);
    const double indent = row.box.left - area_.left, rest = area_.right - row.box.right;
    line.indent = std::max(0.0, indent);
    line.blank_before = row.space_above > kBlankAbove && !blocks_.empty();
    // The first line of a paragraph may by chance end as far from the right as it begins from the left.
    const bool like_paragraph = std::abs(indent - usual_indent_) < kIndentWithin;
    const double within = like_paragraph ? kIndentWithin / 2 : 2 * kCentredWithin * area_.width();
    line.centred = indent > kLeastCentredIndent && rest > kLeastCentredIndent && std::abs(indent - rest) < within;
    return line;
  }

  TextArea area_;
  double usual_indent_;
  std::vector<Block>& blocks_;
  std::optional<PageTable> open_;
  int open_page_ = 0;  ///< the page on which the open table last had rows
  int number_ = 0;
};

}  // namespace

std::vector<Block> lay_out_pages(std::vector<PageContent> contents) {
  std::vector<PageRows> pages;
  std::vector<std::vector<PageTable>> tables;
  for (auto& content : contents) {
    tables.push_back(take_tables(content, static_cast<int>(pages.size()) + 1));
    pages.push_back({content.page, rows_of(std::move(content.words))});
  }
  drop_running_lines(pages);
  // What stood above the first row of a page is on another page.
  for (auto& page : pages)
    if (!page.rows.empty()) page.rows.front().space_above = 0;
  std::vector<Block> blocks;
  PageLayout layout(pages, blocks);
  for (std::size_t i = 0; i < pages.size(); ++i) layout.add(pages[i], std::move(tables[i]), static_cast<int>(i) + 1);
  layout.finish();
  return blocks;
}

}  // namespace haidang::documents
