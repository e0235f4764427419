// SPDX-License-Identifier: Apache-2.0
#include "byte_range.hpp"

#include <algorithm>

#include "field_text.hpp"

namespace haidang::http {
namespace {

std::string_view strong(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

ByteRange parse_range(std::string_view field, std::uint64_t size) {
  constexpr std::string_view kUnit = "bytes=";
  if (!field.starts_with(kUnit) || field.find(',') != std::string_view::npos) return {};
  const auto range = trim(field.substr(kUnit.size()));
  const auto dash = range.find('-');
  if (dash == std::string_view::npos) return {};
  const auto first = parse_whole(range.substr(0, dash)), last = parse_whole(range.substr(dash + 1));
  const bool no_first = dash == 0, no_last = dash + 1 == range.size();
  if ((first < 0 && !no_first) || (last < 0 && !no_last) || (no_first && no_last)) return {};
  if (no_first) {
    const auto length = std::min(static_cast<std::uint64_t>(last), size);
    if (length == 0) return {ByteRange::Kind::Outside, 0, 0};
    return {ByteRange::Kind::Part, size - length, length};
  }
  const auto begin = static_cast<std::uint64_t>(first);
  if (!no_last && last < first) return {};
  if (begin >= size) return {ByteRange::Kind::Outside, 0, 0};
  const auto end = no_last ? size : std::min(static_cast<std::uint64_t>(last) + 1, size);
  return {ByteRange::Kind::Part, begin, end - begin};
}

bool names_tag(std::string_view list, std::string_view tag) {
  for (const auto part : split(list, ','))
    if (part == "*" || strong(part) == strong(tag)) return true;
  return false;
}

}  // namespace haidang::http
