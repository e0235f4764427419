// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_table.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "base/vietnamese.hpp"
#include "plan_sample.hpp"
#include "plan_table_cells.hpp"

using namespace haidang;
using namespace haidang::directives;

namespace {

void check_golden(const std::string& name, const std::string& text) {
  const std::string path = "src/directives/golden/" + name;
  if (std::getenv("ACCEPT")) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  CHECK(text == std::string(std::istreambuf_iterator<char>(file), {}));
}

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("the table reads well in a wide, a narrow and an English terminal") {
  const Plan plan = sample_plan().plan;
  check_golden("plan_table_120.txt", plan_table(plan, 120, Language::Vietnamese, false));
  check_golden("plan_table_60.txt", plan_table(plan, 60, Language::Vietnamese, false));
  check_golden("plan_table_100_en.txt", plan_table(plan, 100, Language::English, false));
  check_golden("plan_table_colour.txt", plan_table(plan, 100, Language::Vietnamese, true));
  check_golden("plan_table_empty.txt", plan_table(Plan{}, 80, Language::Vietnamese, false));
}

TEST_CASE("no line is wider than the terminal") {
  for (const Plan& plan : {sample_plan().plan, hostile_plan().plan})
    for (int columns = 40; columns < 200; columns += 7) {
      CAPTURE(columns);
      CHECK(widest_line(plan_table(plan, columns, Language::Vietnamese, false)) <= static_cast<std::size_t>(columns));
    }
}

TEST_CASE("text from a document cannot steer the terminal") {
  const std::string text = plan_table(hostile_plan().plan, 100, Language::Vietnamese, false);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202e") == std::string::npos);
}

TEST_CASE("width counts columns, not bytes") {
  CHECK(display_width("Ủy ban nhân dân") == 15);
  CHECK(display_width("e\u0302\u0301") == 1);
  CHECK(display_width("漢字") == 4);
  CHECK(padded("đủ", 4) == "đủ  ");
}

TEST_CASE("wrapping keeps every word in order and within the width") {
  std::mt19937 random(7);
  const std::vector<std::string> words{"Ủy",  "ban",   "nhân",        "dân",          "thành", "phố",
                                       "Hải", "Phòng", "128/KH-UBND", "thường xuyên", "nghiêm"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (unsigned count = random() % 30; count > 0; --count)
      text += words[random() % words.size()] + (random() % 5 ? " " : "  ");
    const std::size_t width = 12 + random() % 60;
    std::string again;
    for (const std::string& line : wrapped(text, width)) {
      CHECK(display_width(line) <= width);
      again += line + " ";
    }
    CHECK(collapse_spaces(again) == collapse_spaces(text));
  }
}

TEST_CASE("a word longer than the column is cut, never lost") {
  CHECK(wrapped("nghiêngngả đi", 4) == std::vector<std::string>{"nghi", "êngn", "gả", "đi"});
  CHECK(wrapped("漢字", 1) == std::vector<std::string>{"漢", "字"});
}
