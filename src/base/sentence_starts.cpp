// SPDX-License-Identifier: Apache-2.0
#include "sentence_starts.hpp"

#include <algorithm>

#include "base/vietnamese.hpp"

namespace haidang {
namespace {

using Text = std::u32string_view;

bool contains(Text set, char32_t c) {
  return set.find(c) != Text::npos;
}
bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\u00A0' || c == U'\f';
}

constexpr Text kQuotes = U"\"'“”‘’«»(";
constexpr Text kBullets = U"-–—+*•·";
constexpr Text kSentenceEnds = U".!?…";

struct Line {
  Text text;
  std::size_t begin;
};

std::size_t skip_blanks(Text line, std::size_t at) {
  while (at < line.size() && is_blank(line[at])) ++at;
  return at;
}

/// "1.", "2.1)", "a)", "đ.", "IV.": the place behind it, or `at` when no number stands there.
std::size_t skip_number(Text line, std::size_t at) {
  std::size_t end = at, letters = 0;
  bool roman = true;
  while (end < line.size() && (is_digit(line[end]) || is_letter(line[end]) || (line[end] == U'.' && end > at))) {
    if (is_letter(line[end])) {
      ++letters;
      roman = roman && contains(U"IVX", line[end]);
    }
    ++end;
  }
  if (letters > 1 && !roman) return at;
  const bool closed = end > at && (line[end - 1] == U'.' || (end < line.size() && contains(U")/", line[end])));
  if (!closed) return at;
  if (end < line.size() && contains(U")/", line[end])) ++end;
  return end == line.size() || is_blank(line[end]) ? end : at;
}

struct LineStart {
  std::size_t at;
  bool item;
};

/// Behind blanks, bullets, numbers and opening quotation marks.
LineStart start_of(Text line) {
  std::size_t at = skip_blanks(line, 0);
  bool item = false;
  for (bool moved = true; moved && at < line.size();) {
    auto next = contains(kBullets, line[at]) ? at + 1 : skip_number(line, at);
    moved = next != at;
    item = item || moved;
    at = skip_blanks(line, next);
  }
  while (at < line.size() && contains(kQuotes, line[at])) ++at;
  return {at, item};
}

std::size_t length_of(Text line) {
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line.size();
}

/// A heading: letters, but no small ASCII ones. What follows in small letters is not its continuation.
bool is_in_capitals(Text line) {
  return std::none_of(line.begin(), line.end(), [](char32_t c) { return c >= U'a' && c <= U'z'; });
}

/// Whether a line goes on in the next one, judged by its end and its length.
bool runs_on(Text line, std::size_t width) {
  constexpr std::size_t kPrintedWidth = 150;  // longer lines are whole paragraphs
  const auto length = length_of(line);
  if (length == 0 || width > kPrintedWidth || length * 10 < width * 6 || is_in_capitals(line)) return false;
  return !contains(U".;:!?…”\"/", line[length - 1]);
}

/// A word behind ". " or "! " in a line; not behind "1." or "v.v.".
bool after_sentence(Text text, std::size_t word) {
  std::size_t at = word;
  while (at > 0 && contains(kQuotes, text[at - 1])) --at;
  if (at == 0 || !is_blank(text[at - 1])) return false;
  while (at > 0 && is_blank(text[at - 1])) --at;
  return at > 0 && contains(kSentenceEnds, text[at - 1]);
}

std::vector<Line> lines_of(Text text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(U'\n', at), text.size());
    lines.push_back({text.substr(at, end - at), at});
    at = end + 1;
  }
  return lines;
}

/// For every line the text of the one it may continue. In a text with a blank line after every line, as some PDF
/// extractors write, that is the last line with words; else the line before, blank or not.
std::vector<Text> lines_before(const std::vector<Line>& lines) {
  const auto blank = static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const Line& line) { return length_of(line.text) == 0; }));
  const bool double_spaced = blank * 5 >= lines.size() * 2;
  std::vector<Text> before(lines.size());
  for (std::size_t i = 1; i < lines.size(); ++i)
    before[i] = double_spaced && length_of(lines[i - 1].text) == 0 ? before[i - 1] : lines[i - 1].text;
  return before;
}

/// Behind a tab or a wide gap a new column begins.
bool starts_cell(const std::vector<CasedWord>& words, std::size_t i) {
  return i > 0 && words[i].cell != words[i - 1].cell;
}

}  // namespace

std::vector<Position> positions_of(std::u32string_view text, const std::vector<CasedWord>& words) {
  const auto lines = lines_of(text);
  const auto before = lines_before(lines);
  std::size_t width = 0;
  for (const auto& line : lines) width = std::max(width, length_of(line.text));
  std::vector<Position> positions;
  positions.reserve(words.size());
  std::size_t line = 0;
  auto start = start_of(lines[0].text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto at = words[i].begin;
    while (line + 1 < lines.size() && lines[line + 1].begin <= at) start = start_of(lines[++line].text);
    if (at == lines[line].begin + start.at) {
      const bool wrapped = !start.item && runs_on(before[line], width);
      positions.push_back(start.item ? Position::ItemStart : wrapped ? Position::WrappedLine : Position::FreshLine);
    } else if (after_sentence(text, at)) {
      positions.push_back(Position::SentenceStart);
    } else {
      positions.push_back(starts_cell(words, i) ? Position::FreshCell : Position::Inside);
    }
  }
  return positions;
}

}  // namespace haidang
