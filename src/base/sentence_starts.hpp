// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "cased_words.hpp"

namespace haidang {

/// Where a word stands, as far as its first letter depends on it.
enum class Position { Inside, SentenceStart, ItemStart, FreshLine, WrappedLine, FreshCell };
inline constexpr std::size_t kPositionCount = 6;

/// The position of every word, in the order of `words`.
std::vector<Position> positions_of(std::u32string_view text, const std::vector<CasedWord>& words);

}  // namespace haidang
