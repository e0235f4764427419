// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "documents/structure.hpp"

namespace haidang::documents {

/// Reads the zone above the text: as many paragraphs as belong to it, from the first one on.
/// Returns how many were used.
std::size_t read_letter_head(const std::vector<FlowItem>& flow, LetterHead&);

/// The kind whose name is exactly this (any case), else empty.
std::string kind_named(std::string_view text);
/// The kind that the sign of a number stands for: "thông báo" for "87/TB-VPUBND"; "công văn" where the sign begins
/// with a body; empty without a sign.
std::string kind_of_number(std::string_view number);

/// "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC SỐ 02": its number, 1 where none is printed; 0 when it is no annex title.
int annex_number(std::string_view text);
bool is_all_capitals(std::string_view text);

}  // namespace haidang::documents
