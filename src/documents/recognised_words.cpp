// SPDX-License-Identifier: Apache-2.0
#include "recognised_words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

constexpr double kUnsure = 0.3;  // a short "word" below this is a guess at dirt
constexpr std::size_t kLongestDirt = 3;
constexpr double kUnsureMarks = 0.75;  // marks without a letter must be clearer than words

enum Column : std::size_t {
  kLevel = 0,
  kLeft = 6,
  kTop = 7,
  kWidth = 8,
  kHeight = 9,
  kConfidence = 10,
  kText = 11,
  kColumns = 12
};
constexpr std::string_view kLineLevel = "4", kWordLevel = "5";

std::array<std::string_view, kColumns> split(std::string_view line) {
  std::array<std::string_view, kColumns> fields{};
  for (std::size_t i = 0; i < kColumns; ++i) {
    const auto tab = i + 1 == kColumns ? std::string_view::npos : line.find('\t');
    fields[i] = line.substr(0, tab);
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  return fields;
}

double number(std::string_view field) {
  return std::strtod(std::string(field).c_str(), nullptr);
}

Box box_of(const std::array<std::string_view, kColumns>& fields, double points) {
  const double left = number(fields[kLeft]) * points, top = number(fields[kTop]) * points;
  return {left, top, left + number(fields[kWidth]) * points, top + number(fields[kHeight]) * points};
}

bool has_letters(std::string_view text) {
  const auto letters = decode_utf8(text);
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return is_letter(c) || is_digit(c); });
}

bool is_dirt(const Word& word) {
  if (!has_letters(word.text)) return word.confidence < kUnsureMarks;
  // A longer word is kept however unsure: a wrong word can be mended by its reader, a missing one cannot.
  return word.confidence < kUnsure && count_code_points(word.text) <= kLongestDirt;
}

/// Marks at either end of a line that stand away from the words: the edge of the paper, a hole, a fold.
void trim_ends(std::vector<Word>& line) {
  const auto lonely = [](const Word& mark, double gap) { return !has_letters(mark.text) && gap > height_of(mark.box); };
  while (line.size() > 1 && lonely(line.back(), line.back().box.left - line[line.size() - 2].box.right))
    line.pop_back();
  while (line.size() > 1 && lonely(line.front(), line[1].box.left - line.front().box.right) && line.front().text != "-")
    line.erase(line.begin());
  if (line.size() == 1 && !has_letters(line.front().text)) line.clear();
}

}  // namespace

RecognisedWords words_of_tsv(std::string_view tsv, double dots_per_inch) {
  const double points = 72 / dots_per_inch;
  std::vector<Word> line;
  Box line_box;
  RecognisedWords result;
  int upright = 0, lying = 0;
  const auto end_line = [&] {
    trim_ends(line);
    mend_words(line);
    std::move(line.begin(), line.end(), std::back_inserter(result.words));
    line.clear();
  };
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    const auto fields = split(tsv.substr(0, end));
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (fields[kLevel] == kLineLevel) {
      end_line();
      line_box = box_of(fields, points);
    }
    if (fields[kLevel] != kWordLevel) continue;
    Word word{collapse_spaces(fields[kText]), box_of(fields, points), false, false,
              std::clamp(number(fields[kConfidence]) / 100, 0.0, 1.0)};
    if (count_code_points(word.text) >= 3) ++(height_of(word.box) > width_of(word.box) ? lying : upright);
    word.box.top = line_box.top;
    word.box.bottom = line_box.bottom;
    if (!word.text.empty() && !is_dirt(word)) line.push_back(std::move(word));
  }
  end_line();
  result.sideways = lying > upright;
  return result;
}

}  // namespace haidang::documents
