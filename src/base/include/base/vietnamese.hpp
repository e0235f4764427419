// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace haidang {

/// All text inside the program is UTF-8 in NFC. Invalid UTF-8 becomes U+FFFD.
std::string to_nfc(std::string_view);
std::string to_nfc(std::u32string_view);

/// Where the tone mark of oa, oe, uy stands: on the first vowel (hòa, khỏe, ủy) or on the last (hoà, khoẻ, uỷ).
/// Both are taught; they must be one word for the program. "qu" is a consonant, and a closed syllable (hoàn)
/// has only one spelling.
enum class TonePlacement { FirstVowel, LastVowel };
std::string with_tone_placement(std::string_view nfc, TonePlacement);

/// For searching: lower case, no marks, đ as d, old and new tone placement alike, one space for many.
std::string fold(std::string_view);

/// Lower and upper case of NFC text (Vietnamese letters included, locale-independent).
std::string to_lower(std::string_view nfc);
std::string to_upper(std::string_view nfc);

/// Code points. `decode_utf8` replaces invalid bytes by U+FFFD, so it always succeeds.
std::u32string decode_utf8(std::string_view);
std::string encode_utf8(std::u32string_view);
std::size_t count_code_points(std::string_view);

/// No-break and other odd spaces become a space, runs of white space become one, ends are trimmed.
std::string collapse_spaces(std::string_view);

bool is_vietnamese_letter(char32_t);  ///< any letter that occurs in Vietnamese words, both cases, tones included
bool is_upper(char32_t);
bool is_letter(char32_t);
bool is_digit(char32_t);  ///< 0-9 only

/// Whether a lower-case word can be a Vietnamese syllable: onset, rhyme, one tone, and a tone that its final allows
/// ("nghiệp" can, "nghiep" can, "ngiệp" and "nghiềp" cannot). Spelling only: it need not be in a dictionary.
bool is_vietnamese_syllable(std::u32string_view lower);

/// Dictionary order of Vietnamese (CLDR "vi"): a à ả ã á ạ < ă < â < b … d < đ. One per thread.
class Collator {
 public:
  Collator();
  ~Collator();
  Collator(const Collator&) = delete;
  Collator& operator=(const Collator&) = delete;
  int compare(std::string_view, std::string_view) const;  ///< negative, zero, positive
  std::string sort_key(std::string_view) const;           ///< compares bytewise like `compare`

 private:
  struct State;
  State* state_;
};

}  // namespace haidang
