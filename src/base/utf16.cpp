// SPDX-License-Identifier: Apache-2.0
#include "utf16.hpp"

namespace haidang {
namespace {

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
  return order == ByteOrder::Little ? static_cast<char32_t>(second << 8U | first)
                                    : static_cast<char32_t>(first << 8U | second);
}

void append(std::string& out, char32_t unit, ByteOrder order) {
  const auto low = static_cast<char>(unit & 0xFFU), high = static_cast<char>(unit >> 8U);
  out += order == ByteOrder::Little ? low : high;
  out += order == ByteOrder::Little ? high : low;
}

}  // namespace

std::optional<std::u32string> decode_utf16(std::string_view bytes, ByteOrder order) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::u32string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const auto unit = unit_at(bytes, at, order);
    if (unit < 0xD800 || unit > 0xDFFF) {
      text += unit;
      continue;
    }
    at += 2;
    const auto low = unit < 0xDC00 && at < bytes.size() ? unit_at(bytes, at, order) : 0;
    if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
    text += 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
  }
  return text;
}

std::string encode_utf16(std::u32string_view text, ByteOrder order) {
  std::string out;
  out.reserve(text.size() * 2);
  for (const char32_t c : text) {
    if (c < 0x10000) {
      append(out, c, order);
    } else {
      append(out, 0xD800 + ((c - 0x10000) >> 10U), order);
      append(out, 0xDC00 + ((c - 0x10000) & 0x3FFU), order);
    }
  }
  return out;
}

}  // namespace haidang
