// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/vietnamese.hpp"

namespace haidang {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// How many bytes a lead byte promises, and the least code point that needs so many.
struct Shape {
  int length;
  char32_t payload;
  char32_t least;
};

Shape shape_of(unsigned char lead) {
  if (lead < 0x80) return {1, lead, 0};
  if (lead >= 0xC2 && lead <= 0xDF) return {2, lead & 0x1FU, 0x80};
  if (lead >= 0xE0 && lead <= 0xEF) return {3, lead & 0x0FU, 0x800};
  if (lead >= 0xF0 && lead <= 0xF4) return {4, lead & 0x07U, 0x10000};
  return {0, 0, 0};
}

bool is_scalar(char32_t c) {
  return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF);
}

/// Reads one code point at `at` and moves past it; a byte that begins none is skipped alone.
char32_t take(std::string_view bytes, std::size_t& at) {
  if (static_cast<unsigned char>(bytes[at]) < 0x80) return static_cast<unsigned char>(bytes[at++]);
  const auto [length, payload, least] = shape_of(static_cast<unsigned char>(bytes[at]));
  char32_t c = payload;
  const std::size_t start = at++;
  if (length == 0 || bytes.size() - start < static_cast<std::size_t>(length)) return kReplacement;
  for (int i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[start + i]);
    if ((byte & 0xC0U) != 0x80U) return kReplacement;
    c = c << 6U | (byte & 0x3FU);
  }
  if (c < least || !is_scalar(c)) return kReplacement;
  at = start + length;
  return c;
}

/// Writes one code point and returns the place behind it.
char* put(char* out, char32_t c) {
  if (!is_scalar(c)) c = kReplacement;
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
    return out;
  }
  const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr std::array<unsigned, 4> kLeads{0, 0xC0, 0xE0, 0xF0};
  *out++ = static_cast<char>(kLeads[more] | c >> (6U * more));
  for (int i = more - 1; i >= 0; --i) *out++ = static_cast<char>(0x80U | (c >> (6U * i) & 0x3FU));
  return out;
}

}  // namespace

std::u32string decode_utf8(std::string_view bytes) {
  std::u32string out(bytes.size(), U'\0');  // never more code points than bytes
  std::size_t length = 0;
  for (std::size_t at = 0; at < bytes.size();) out[length++] = take(bytes, at);
  out.resize(length);
  return out;
}

std::string encode_utf8(std::u32string_view text) {
  constexpr std::size_t kMostBytes = 4;
  std::string out(text.size() * kMostBytes, '\0');
  char* end = out.data();
  for (const char32_t c : text) end = put(end, c);
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

std::size_t count_code_points(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); ++count) take(bytes, at);
  return count;
}

}  // namespace haidang
