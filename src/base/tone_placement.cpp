// SPDX-License-Identifier: Apache-2.0
#include "base/vietnamese.hpp"
#include "tones.hpp"

namespace haidang {
namespace {

bool is_pair(char32_t first, char32_t second) {
  if (first >= 0x80 || second >= 0x80) return false;
  const auto a = first | 0x20U;  // lower case, for ASCII letters
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
    const auto first = split_tone(text[i]), second = split_tone(text[i + 1]);
    if (!is_pair(first.plain, second.plain)) continue;
    if ((first.tone == 0) == (second.tone == 0)) continue;  // no tone to move, or no Vietnamese syllable
    if (i + 2 < text.size() && continues_word(text[i + 2])) continue;
    if (i > 0 && (text[i - 1] == U'q' || text[i - 1] == U'Q')) continue;
    const auto tone = first.tone + second.tone;
    const bool on_first = placement == TonePlacement::FirstVowel;
    text[i] = with_tone(first.plain, on_first ? tone : 0);
    text[i + 1] = with_tone(second.plain, on_first ? 0 : tone);
  }
  return encode_utf8(text);
}

}  // namespace haidang
