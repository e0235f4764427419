// SPDX-License-Identifier: Apache-2.0
#include "page_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "page_tables.hpp"
#include "ruled_grid.hpp"

using namespace haidang::documents;

namespace {

/// Words of 6 points per letter, 12 high, on a page of A4 size.
void write(PageContent& page, double left, double top, const std::string& text) {
  double x = left;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(' ', begin), text.size());
    const auto width = 6.0 * static_cast<double>(end - begin);
    page.words.push_back({text.substr(begin, end - begin), {x, top, x + width, top + 12}});
    x += width + 4;
    begin = end + 1;
  }
}

PageContent empty_page() {
  PageContent page;
  page.page = {595, 842};
  return page;
}

PageContent body_page(int lines, double top = 120) {
  PageContent page = empty_page();
  for (int i = 0; i < lines; ++i)
    write(page, 80, top + 16 * i,
          "line " + std::to_string(i) + " of a text that is as wide as the area of the page allows");
  return page;
}

std::vector<std::string> texts(const std::vector<Block>& blocks) {
  std::vector<std::string> result;
  for (const auto& block : blocks)
    if (const auto* line = std::get_if<Line>(&block)) result.push_back(line->text);
  return result;
}

void draw_grid(PageContent& page, std::vector<double> xs, std::vector<double> ys) {
  for (const double y : ys) page.horizontals.push_back({xs.front(), xs.back(), y});
  for (const double x : xs) page.verticals.push_back({ys.front(), ys.back(), x});
}

}  // namespace

TEST_CASE("the order in which words come does not matter") {
  PageContent page = body_page(20);
  write(page, 80, 40, "SO NOI VU");
  write(page, 300, 40, "CONG HOA XA HOI CHU NGHIA VIET NAM");
  const auto expected = texts(lay_out_pages({page}));
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(page.words.begin(), page.words.end(), random);
    CHECK(texts(lay_out_pages({page})) == expected);
  }
}

TEST_CASE("a letter head whose columns stand at different heights is read column by column") {
  PageContent page = body_page(5);
  write(page, 90, 40, "UY BAN NHAN DAN");
  write(page, 290, 46, "CONG HOA XA HOI CHU NGHIA VIET NAM");
  write(page, 100, 58, "TINH AN BINH");
  write(page, 340, 64, "Doc lap - Tu do - Hanh phuc");
  const auto lines = texts(lay_out_pages({page}));
  CHECK(std::vector(lines.begin(), lines.begin() + 4) == std::vector<std::string>{"UY BAN NHAN DAN", "TINH AN BINH",
                                                                                  "CONG HOA XA HOI CHU NGHIA VIET NAM",
                                                                                  "Doc lap - Tu do - Hanh phuc"});
}

TEST_CASE("page numbers and running lines are left out, a clause number in the text stays") {
  std::vector<PageContent> pages{body_page(30), body_page(30), body_page(30)};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    write(pages[i], 80, 30, "Ke hoach nam 2023");
    if (i > 0) write(pages[i], 295, 50, std::to_string(i + 1));
  }
  write(pages[1], 80, 400 + 16 * 13, "7");
  const auto lines = texts(lay_out_pages(pages));
  CHECK(std::count(lines.begin(), lines.end(), "Ke hoach nam 2023") == 0);
  CHECK(std::count(lines.begin(), lines.end(), "2") + std::count(lines.begin(), lines.end(), "3") == 0);
  CHECK(std::count(lines.begin(), lines.end(), "7") == 1);
  CHECK(lines.size() == 91);
}

TEST_CASE("merged cells of a drawn table are found, whichever way they merge") {
  std::vector<Ruling> horizontals{{0, 300, 0}, {100, 300, 20}, {0, 300, 40}, {0, 300, 60}};
  std::vector<Ruling> verticals{{0, 60, 0}, {0, 40, 100}, {0, 60, 200}, {0, 60, 300}};
  const auto grids = find_grids(horizontals, verticals);
  REQUIRE(grids.size() == 1);
  const auto& positions = grids[0].positions;
  REQUIRE(positions.size() == 3);
  CHECK(positions[1][0].origin_row == 0);     // the first column spans two rows
  CHECK(positions[2][1].origin_column == 0);  // the last row spans two columns
  CHECK(positions[1][1].origin_row == 1);
}

TEST_CASE("lines in pieces, a frame and an underline do not make or break a table") {
  std::vector<Ruling> horizontals{{0, 99, 0}, {100, 200, 0.5}, {0, 200, 30}, {0, 60, 15}, {300, 400, 100}};
  std::vector<Ruling> verticals{{0, 14, 0}, {14, 30, 0.4}, {0, 30, 100}, {0, 30, 200}};
  CHECK(find_grids(horizontals, verticals).size() == 1);
  CHECK(find_grids({{0, 500, 0}, {0, 500, 700}}, {{0, 700, 0}, {0, 700, 500}}).empty());
}

TEST_CASE("a table that goes on on the next page is one table, its repeated heading once") {
  std::vector<PageContent> pages{empty_page(), empty_page()};
  for (auto& page : pages) {
    draw_grid(page, {80, 150, 500}, {100, 130, 160});
    write(page, 90, 110, "TT");
    write(page, 200, 110, "Viec");
  }
  write(pages[0], 90, 140, "1");
  write(pages[1], 90, 140, "2");
  const auto blocks = lay_out_pages(pages);
  REQUIRE(blocks.size() == 1);
  const auto& table = std::get<Table>(blocks[0]);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[2][0].lines.at(0).text == "2");
  CHECK(table.rows[2][0].origin_row == 2);
  CHECK(table.rows[2][0].lines.at(0).place.page == 2);
}

TEST_CASE("indent and centring are measured against the text of all pages") {
  PageContent page = body_page(10);
  const double right = std::max_element(page.words.begin(), page.words.end(), [](const Word& a, const Word& b) {
                         return a.box.right < b.box.right;
                       })->box.right;
  write(page, 108, 400, "an indented first line of a paragraph");
  write(page, (80 + right - 84) / 2, 440, "CHI THI SO MUOI");
  const auto blocks = lay_out_pages({page});
  CHECK(std::get<Line>(blocks.at(10)).indent == doctest::Approx(28));
  CHECK_FALSE(std::get<Line>(blocks.at(10)).centred);
  CHECK(std::get<Line>(blocks.at(11)).centred);
  CHECK(std::get<Line>(blocks.at(11)).blank_before);
}
