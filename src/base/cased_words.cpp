// SPDX-License-Identifier: Apache-2.0
#include "cased_words.hpp"

#include <unicode/uchar.h>

#include "base/vietnamese.hpp"

namespace haidang {
namespace {

constexpr std::size_t kWideGap = 3;  // so many spaces separate columns of a letterhead

WordShape shape_of(std::u32string_view word) {
  std::size_t capitals = 0, small = 0;
  for (const char32_t c : word) {
    if (is_upper(c))
      ++capitals;
    else if (is_ascii_letter(c))
      ++small;
  }
  if (small > 0) return WordShape::Lower;
  if (capitals > 1 || (capitals == 1 && !is_upper(word[0]))) return WordShape::Capitals;
  return capitals == 1 ? WordShape::Initial : WordShape::Open;
}

}  // namespace

bool is_ascii_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
char32_t lower_of(char32_t c) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}
char32_t upper_of(char32_t c) {
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}
bool is_plain_small(char32_t c) {
  return std::u32string_view(U"ăâêôơưđ").find(c) != std::u32string_view::npos;
}

std::u32string lower_word(std::u32string_view word) {
  std::u32string out(word);
  for (auto& c : out) c = lower_of(c);
  return out;
}

std::vector<CasedWord> cased_words(std::u32string_view text) {
  std::vector<CasedWord> words;
  std::uint32_t cell = 0;
  std::size_t spaces = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      spaces = text[i] == U' ' ? spaces + 1 : 0;
      if (text[i] == U'\n' || text[i] == U'\t' || spaces == kWideGap) ++cell;
      ++i;
      continue;
    }
    const auto begin = i;
    while (i < text.size() && is_letter(text[i])) ++i;
    words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i), cell,
                     shape_of(text.substr(begin, i - begin))});
    spaces = 0;
  }
  return words;
}

}  // namespace haidang
