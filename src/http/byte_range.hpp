// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

namespace haidang::http {

/// What a Range field asks of a body of some size. `Whole`: none, several, or one that cannot be read, all of which may
/// be ignored.
struct ByteRange {
  enum class Kind { Whole, Part, Outside };
  Kind kind = Kind::Whole;
  std::uint64_t first = 0, length = 0;
};
ByteRange parse_range(std::string_view field, std::uint64_t size);

/// Whether an If-None-Match list names the tag; a weak tag (W/"x") counts like its strong one.
bool names_tag(std::string_view list, std::string_view tag);

}  // namespace haidang::http
