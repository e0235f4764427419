// SPDX-License-Identifier: Apache-2.0
#include "plan_table_cells.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/vietnamese.hpp"

namespace haidang::directives {
namespace {

using Range = std::pair<char32_t, char32_t>;
constexpr std::array<Range, 4> kNoWidth{{{0x300, 0x36F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};
constexpr std::array<Range, 7> kTwoColumns{{{0x1100, 0x115F},
                                            {0x2E80, 0x303E},
                                            {0x3041, 0xA4CF},
                                            {0xAC00, 0xD7A3},
                                            {0xF900, 0xFAFF},
                                            {0xFE30, 0xFF60},
                                            {0x1F300, 0x3FFFD}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t letter) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [letter](const Range& each) { return letter >= each.first && letter <= each.second; });
}

std::size_t columns_of(char32_t letter) {
  if (is_in(kNoWidth, letter)) return 0;
  return is_in(kTwoColumns, letter) ? 2 : 1;
}

/// C0 and C1 controls, and the marks that turn the direction of writing.
bool is_control(char32_t letter) {
  return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || (letter >= 0x202A && letter <= 0x202E) ||
         (letter >= 0x2066 && letter <= 0x2069);
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    if (space > 0) words.push_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return words;
}

/// As much of the word's start as fits; at least one letter, so that cutting always gets on.
std::string fitting_start(std::string_view word, std::size_t width) {
  std::u32string start;
  std::size_t used = 0;
  for (const char32_t letter : decode_utf8(word)) {
    if (!start.empty() && used + columns_of(letter) > width) break;
    start += letter;
    used += columns_of(letter);
  }
  return encode_utf8(start);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const char32_t letter : decode_utf8(text)) width += columns_of(letter);
  return width;
}

std::string without_controls(std::string_view text) {
  std::u32string letters = decode_utf8(text);
  std::replace_if(letters.begin(), letters.end(), is_control, U' ');
  return encode_utf8(letters);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  const std::string clean = without_controls(text);
  std::vector<std::string> lines{""};
  for (std::string_view word : words_in(clean)) {
    const std::size_t space = lines.back().empty() ? 0 : 1;
    if (display_width(lines.back()) + space + display_width(word) <= width) {
      lines.back().append(space, ' ').append(word);
      continue;
    }
    if (!lines.back().empty()) lines.emplace_back();
    while (display_width(word) > width) {
      lines.back() = fitting_start(word, width);
      word.remove_prefix(lines.back().size());
      lines.emplace_back();
    }
    lines.back() = word;
  }
  if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

}  // namespace haidang::directives
