// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "documents/tokens.hpp"

namespace haidang::documents {

/// The citation of another document: its number and sign ("128/KH-UBND", "107/2021/NĐ-CP", "05-NQ/TU"), and the tokens
/// of the date it is cited with, if one follows ("ngày 27/5/2022").
struct Citation {
  std::string number;
  std::size_t first = 0, last = 0;            ///< tokens of the number
  std::size_t date_first = 0, date_last = 0;  ///< tokens of the date; equal where there is none
};

std::vector<Citation> find_citations(const TokenText&);

/// True for the tokens of every citation, its date included, and of dates of laws cited without a number
/// ("Luật Tiếp công dân ngày 25 tháng 11 năm 2013"): these dates set no deadline.
std::vector<bool> cited_tokens(const TokenText&, const std::vector<Citation>&);

}  // namespace haidang::documents
