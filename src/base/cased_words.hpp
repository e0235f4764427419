// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haidang {

/// What the letters whose case is certain (all ASCII letters and all capitals) say about a word.
enum class WordShape {
  Lower,     ///< some letter is surely small: "tỉnh", "Nam"
  Capitals,  ///< two capitals, or one that is not the first letter: "BAN", "ủY"
  Initial,   ///< only the first letter is certain, a capital: "Hà"
  Open       ///< no letter is certain: "ở", "đã"
};

struct CasedWord {
  std::uint32_t begin, end;  ///< code points in the text
  std::uint32_t cell;        ///< words of one cell (a line, or its part between wide gaps) share a number
  WordShape shape;
};

/// The words of a text in order.
std::vector<CasedWord> cased_words(std::u32string_view text);

/// Small or capital form of a Vietnamese or ASCII letter.
char32_t lower_of(char32_t);
char32_t upper_of(char32_t);
bool is_ascii_letter(char32_t);
/// A small ă â ê ô ơ ư đ without tone: TCVN3 has their capitals.
bool is_plain_small(char32_t);
std::u32string lower_word(std::u32string_view);

}  // namespace haidang
