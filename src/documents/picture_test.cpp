// SPDX-License-Identifier: Apache-2.0
#include "picture.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "picture_cleaning.hpp"
#include "picture_columns.hpp"
#include "picture_rulings.hpp"
#include "recognised_words.hpp"

using namespace haidang::documents;

namespace {

Picture paper(int width, int height) {
  return *make_picture(width, height, 300);
}

void fill(Picture& picture, int left, int top, int width, int height) {
  for (int y = top; y < top + height; ++y)
    for (int x = left; x < left + width; ++x)
      if (x >= 0 && y >= 0 && x < picture.width && y < picture.height) picture.row(y)[x] = 0;
}

/// Rows of bars like words, falling by `slope`.
Picture text_picture(double slope) {
  Picture picture = paper(1600, 1200);
  for (int line = 0; line < 14; ++line)
    for (int word = 0; word < 14; ++word) {
      const int x = 100 + word * 100, y = 120 + line * 70;
      for (int i = 0; i < 80; ++i) fill(picture, x + i, y + static_cast<int>(std::lround((x + i) * slope)), 1, 26);
    }
  return picture;
}

}  // namespace

TEST_CASE("turning a picture four times by a quarter gives it back") {
  std::mt19937 random(3);
  Picture picture = paper(37, 21);
  for (auto& dot : picture.grey) dot = static_cast<std::uint8_t>(random());
  const Picture quarter = turned(picture, 90);
  CHECK(quarter.width == 21);
  CHECK(turned(turned(turned(quarter, 90), 90), 90).grey == picture.grey);
  CHECK(turned(quarter, 270).grey == picture.grey);
  CHECK(turned(turned(picture, 180), 180).grey == picture.grey);
}

TEST_CASE("a PGM file is read as it was written, and refused when it is cut or lies about its size") {
  Picture picture = paper(5, 4);
  picture.row(2)[3] = 17;
  const std::string bytes = write_pgm(picture);
  CHECK(read_pgm(bytes, 300)->grey == picture.grey);
  CHECK_FALSE(read_pgm(bytes.substr(0, bytes.size() - 1), 300));
  CHECK_FALSE(read_pgm("P5\n99999 99999\n255\n", 300));
  CHECK_FALSE(read_pgm("P5\n-3 4\n255\n", 300));
  CHECK_FALSE(read_pgm("", 300));
}

TEST_CASE("the slope of lines is found and taken out") {
  for (const double slope : {-0.03, -0.006, 0.0, 0.004, 0.012, 0.04}) {
    const Picture picture = text_picture(slope);
    const double found = slope_of_lines(picture);
    CHECK(found == doctest::Approx(slope).epsilon(0.05).scale(0.02));
    CHECK(std::abs(slope_of_lines(levelled(picture, found))) < 0.0015);
  }
}

TEST_CASE("specks go, full stops and tone marks stay") {
  Picture picture = text_picture(0);
  fill(picture, 50, 50, 2, 2);   // a speck
  fill(picture, 60, 600, 7, 7);  // a full stop of 12-point text
  remove_specks(picture);
  CHECK(picture.row(50)[50] == 255);
  CHECK(picture.row(603)[63] == 0);
}

TEST_CASE("drawn lines are found in points and wiped off, letters are not") {
  Picture picture = text_picture(0);
  fill(picture, 80, 100, 1450, 4);
  fill(picture, 80, 100, 4, 1000);
  const auto rulings = take_rulings(picture);
  REQUIRE(rulings.horizontals.size() == 1);
  REQUIRE(rulings.verticals.size() == 1);
  CHECK(rulings.horizontals[0].at == doctest::Approx(102 * 0.24).epsilon(0.02));
  CHECK(rulings.horizontals[0].to == doctest::Approx(1530 * 0.24).epsilon(0.02));
  CHECK(picture.row(101)[500] == 255);
  CHECK(picture.row(130)[120] == 0);
}

TEST_CASE("the right one of two columns with lines at different heights is moved to a picture of its own") {
  Picture picture = paper(1200, 400);
  for (int i = 0; i < 6; ++i) fill(picture, 50, 20 + i * 50, 300, 30);
  for (int i = 0; i < 5; ++i) fill(picture, 700, 45 + i * 50, 300, 30);
  const auto second = take_second_columns(picture);
  REQUIRE(second);
  CHECK(picture.row(60)[800] == 255);
  CHECK(second->row(60)[800] == 0);
  CHECK(picture.row(30)[100] == 0);
  Picture single = text_picture(0);
  CHECK_FALSE(take_second_columns(single));
}

TEST_CASE("Tesseract's table becomes words; dirt at the edge is left out") {
  const std::string tsv =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
      "4\t1\t1\t1\t1\t0\t300\t300\t900\t50\t-1\t\n5\t1\t1\t1\t1\t1\t300\t310\t100\t40\t96\tUBND\n"
      "5\t1\t1\t1\t1\t2\t420\t310\t90\t40\t91\t—\n5\t1\t1\t1\t1\t3\t530\t310\t90\t40\t91\ttỉnh\n5\t1\t1\t1\t1\t4\t1180"
      "\t310\t10\t40\t80\t|\n";
  const auto read = words_of_tsv(tsv, 300);
  REQUIRE(read.words.size() == 3);
  CHECK(read.words[0].box.left == doctest::Approx(72));
  CHECK(read.words[0].box.top == doctest::Approx(72));
  CHECK(read.words[1].text == "–");
  CHECK(read.words[0].confidence == doctest::Approx(0.96));
  CHECK_FALSE(read.sideways);
}

TEST_CASE("only what can be nothing else is set right") {
  const auto mended = [](std::vector<std::string> texts) {
    std::vector<Word> words;
    for (auto& text : texts) words.push_back({std::move(text), {}});
    mend_words(words);
    std::string line;
    for (const auto& word : words) line += word.text + " ";
    return line;
  };
  CHECK(mended({"chỉ", "tiết;"}) == "chi tiết; ");
  CHECK(mended({"chỉ", "tiết", "kiệm"}) == "chỉ tiết kiệm ");
  CHECK(mended({"Chỉ", "cục", "Thuế"}) == "Chi cục Thuế ");
  CHECK(mended({"an", "nỉnh"}) == "an ninh ");
  CHECK(mended({"chỉ", "đạo"}) == "chỉ đạo ");
  CHECK(mended({"LĐÐ", "VP"}) == "LĐ VP ");
}
