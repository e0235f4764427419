// SPDX-License-Identifier: Apache-2.0
#include "page_margins.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

constexpr double kMargin = 0.12;   // of the page height: where page numbers and running lines stand
constexpr double kSameHeight = 4;  // points
constexpr std::size_t kRowsAtEdge = 3;

std::string text_of(const PageRow& row) {
  return line_of(row.words, 0).text;
}

bool in_margin(const PageRow& row, const Page& page) {
  return row.box.bottom < kMargin * page.height || row.box.top > (1 - kMargin) * page.height;
}

/// "2", "- 2 -", "Trang 2", "2/7": the number, else 0.
int page_number_in(const PageRow& row) {
  std::string text = fold(text_of(row));
  if (text.starts_with("trang ")) text.erase(0, 6);
  std::erase_if(text, [](char c) { return c == ' ' || c == '-' || c == '|'; });
  if (const auto slash = text.find('/'); slash != std::string::npos) text.resize(slash);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0 && number < 5000 ? number : 0;
}

bool is_edge(std::size_t index, std::size_t count) {
  return index < kRowsAtEdge || index + kRowsAtEdge >= count;
}

/// What a running line says on every page, its page number left out.
std::string running_text(const PageRow& row) {
  std::string text = fold(text_of(row));
  std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
  return text;
}

void drop_repeated(std::vector<PageRows>& pages) {
  std::map<std::string, std::vector<double>> heights;
  const auto visit = [&](auto action) {
    for (auto& page : pages)
      for (std::size_t i = page.rows.size(); i-- > 0;)
        if (is_edge(i, page.rows.size()) && in_margin(page.rows[i], page.page)) action(page, i);
  };
  visit([&](PageRows& page, std::size_t i) {
    heights[running_text(page.rows[i])].push_back(middle_of(page.rows[i].box));
  });
  const std::size_t least = std::max<std::size_t>(2, (pages.size() + 1) / 2);
  visit([&](PageRows& page, std::size_t i) {
    const auto& seen = heights[running_text(page.rows[i])];
    const auto same = std::count_if(seen.begin(), seen.end(), [&](double height) {
      return std::abs(height - middle_of(page.rows[i].box)) <= kSameHeight;
    });
    if (static_cast<std::size_t>(same) >= least) page.rows.erase(page.rows.begin() + static_cast<long>(i));
  });
}

/// Where the rules for administrative papers put page numbers.
bool is_centred_at_top(const PageRow& row, const Page& page) {
  return row.box.bottom < kMargin * page.height && std::abs(centre_of(row.box) - page.width / 2) < 0.06 * page.width;
}

/// The number of the page itself, the one that follows the last page number seen (annexes count anew), or any number
/// at the usual place.
void drop_page_numbers(std::vector<PageRows>& pages) {
  int last = 0;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    auto& rows = pages[p].rows;
    const auto is_number = [&](const PageRow& row) {
      const int number = page_number_in(row);
      return number != 0 && in_margin(row, pages[p].page) &&
             (std::abs(number - static_cast<int>(p) - 1) <= 1 || number == last + 1 ||
              is_centred_at_top(row, pages[p].page));
    };
    for (const bool top : {true, false}) {
      if (rows.empty()) break;
      const PageRow& row = top ? rows.front() : rows.back();
      if (!is_number(row)) continue;
      last = page_number_in(row);
      rows.erase(top ? rows.begin() : rows.end() - 1);
      break;
    }
  }
}

}  // namespace

void drop_running_lines(std::vector<PageRows>& pages) {
  drop_page_numbers(pages);
  if (pages.size() >= 2) drop_repeated(pages);
}

}  // namespace haidang::documents
