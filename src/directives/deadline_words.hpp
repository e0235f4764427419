// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "documents/tokens.hpp"

namespace haidang::directives {

/// What the words right before a date make of it. Strict: the day before it; Until: that day; Weak: that day, unless it
/// lies before the document; Start and Never: no deadline.
enum Leading { Strict, Until, Weak, Start, Never };

/// "trước", "chậm nhất là", "kể từ" …: the value of a match is its `Leading`.
const documents::PhraseBook& leading_words();

/// Words that make a weak "trong tháng 10/2021" a promise even where it lies before the document.
const documents::PhraseBook& finishing_words();

/// "hồ sơ tiếp nhận trước ngày 01/7/2025": the date tells which, not when.
const documents::PhraseBook& selecting_words();

/// 1 for "một" … 10 for "mười"; -1 for any other word.
int count_word(std::string_view key);

/// The two tokens "thứ hai", "thứ 2" … "chủ nhật" at i: 1 for Monday … 7 for Sunday; 0 when no such day stands there.
int weekday_of_word(const documents::TokenText&, std::size_t i);

}  // namespace haidang::directives
