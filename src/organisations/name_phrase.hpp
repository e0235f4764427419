// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::organisations {

/// The words of a name as a document writes it: spelling key, abbreviations written out.
using Words = std::vector<std::string>;
Words words_of(std::string_view name);
/// Of a spelling key, which holds no abbreviations.
Words split_words(std::string_view spelling);
std::string joined(const Words&, std::size_t first = 0, std::size_t last = std::string::npos);

bool starts_with(const Words&, std::string_view phrase, std::size_t at = 0);
bool ends_with(const Words&, std::string_view phrase);
/// Without the phrase at its beginning or end; says whether it stood there.
bool drop_front(Words&, std::string_view phrase);
bool drop_back(Words&, std::string_view phrase);

/// "quận", "thị xã", "sở" …: how many words make the level word at `at`, 0 for none.
std::size_t level_word_at(const Words&, std::size_t at);
/// The name of a territorial unit without its level: "huyện thủy nguyên" → "thủy nguyên".
std::string bare_name(const Words&);
std::string bare_name(std::string_view spelling);

}  // namespace haidang::organisations
