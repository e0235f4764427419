// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string_view>

namespace haidang {

/// How well a text reads as Vietnamese, counted on the words that have letters beyond ASCII.
struct Plausibility {
  std::size_t marked_words = 0;  ///< words with anything beyond ASCII, symbols in the middle of letters included
  double syllables = 0;          ///< those that are Vietnamese syllables; the commonest words count double

  /// 0 to 1; 0 when no word has marks.
  double share() const;
};

Plausibility plausibility_of(std::u32string_view text);

/// Whether the characters could be written by people: no control characters to speak of, few impossible ones.
bool looks_written(std::u32string_view text);

}  // namespace haidang
