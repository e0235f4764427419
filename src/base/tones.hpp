// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

namespace haidang {

/// The six tones in one order for all tables: level, grave, hook, tilde, acute, dot below.
inline constexpr std::size_t kToneCount = 6;

/// A vowel without its tone mark (ê stays ê), and the tone as an index from 0 (level) to 5.
struct Toned {
  char32_t plain;
  std::size_t tone;
};

/// Any other character is its own plain form with tone 0.
Toned split_tone(char32_t);
/// The vowel with the tone; 0 when `plain` is no Vietnamese vowel.
char32_t with_tone(char32_t plain, std::size_t tone);

}  // namespace haidang
