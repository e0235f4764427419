// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <optional>

#include "base/vietnamese.hpp"

namespace haidang {
namespace {

/// One vowel with its six tones, level tone first, in one order for all rows.
using ToneRow = std::u32string_view;
constexpr std::array<ToneRow, 10> kRows{U"oòỏõóọ", U"OÒỎÕÓỌ", U"uùủũúụ", U"UÙỦŨÚỤ", U"aàảãáạ",
                                        U"AÀẢÃÁẠ", U"eèẻẽéẹ", U"EÈẺẼÉẸ", U"yỳỷỹýỵ", U"YỲỶỸÝỴ"};

struct Vowel {
  ToneRow row;
  std::size_t tone;
};

std::optional<Vowel> vowel_of(char32_t c) {
  if (c < 0x80 && std::u32string_view(U"aeouyAEOUY").find(c) == std::u32string_view::npos) return std::nullopt;
  for (const auto row : kRows)
    if (const auto tone = row.find(c); tone != ToneRow::npos) return Vowel{row, tone};
  return std::nullopt;
}

bool is_pair(char32_t first, char32_t second) {
  const auto a = first | 0x20U;  // both are ASCII letters here: this makes them lower case
  const auto b = second | 0x20U;
  return (a == U'o' && (b == U'a' || b == U'e')) || (a == U'u' && b == U'y');
}

bool continues_word(char32_t c) {
  return is_letter(c) || (c >= 0x0300 && c <= 0x036F);
}

}  // namespace

std::string with_tone_placement(std::string_view nfc, TonePlacement placement) {
  auto text = decode_utf8(nfc);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = vowel_of(text[i]);
    if (!first) continue;
    const auto second = vowel_of(text[i + 1]);
    if (!second || !is_pair(first->row[0], second->row[0])) continue;
    if ((first->tone == 0) == (second->tone == 0)) continue;  // no tone to move, or no Vietnamese syllable
    if (i + 2 < text.size() && continues_word(text[i + 2])) continue;
    if (i > 0 && (text[i - 1] == U'q' || text[i - 1] == U'Q')) continue;
    const auto tone = first->tone + second->tone;
    const bool on_first = placement == TonePlacement::FirstVowel;
    text[i] = first->row[on_first ? tone : 0];
    text[i + 1] = second->row[on_first ? 0 : tone];
  }
  return encode_utf8(text);
}

}  // namespace haidang
