// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace haidang::directives {

/// What a plan says of a task in named parts: "Cơ quan chủ trì: Sở Nội vụ; thời gian hoàn thành: Quý II/2023."
struct Attributes {
  std::string lead, coordinate, time, product;  ///< the words behind each name; empty: not named
  std::size_t begin = 0;                        ///< byte of the text at which the first of them starts
  bool any() const { return !lead.empty() || !coordinate.empty() || !time.empty() || !product.empty(); }
};

/// Finds the named parts of a paragraph (its mark included or not). `begin` is 0 when the paragraph is nothing else.
Attributes read_attributes(std::string_view text);

}  // namespace haidang::directives
