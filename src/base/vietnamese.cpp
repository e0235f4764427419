// SPDX-License-Identifier: Apache-2.0
#include "base/vietnamese.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/ensure.hpp"

namespace haidang {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_combining(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

/// Letters and punctuation of Latin text, all of which stand in NFC as they are, with no mark to be composed.
bool is_surely_nfc(char32_t c) {
  return c < 0x0300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2028);
}

/// Spaces that nobody sees: a word is not broken by them.
bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

/// Blocks in which every character but × and ÷ is a letter.
bool is_extended_latin(char32_t c) {
  return (c >= 0xC0 && c < 0x250 && c != U'×' && c != U'÷') || (c >= 0x1E00 && c < 0x1F00);
}

constexpr char32_t kTableEnd = 0x1F00;  // all Latin letters with marks lie below

char32_t base_of(char32_t c) {
  if (c == U'đ' || c == U'Đ') return U'd';
  UErrorCode error = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(error);
  icu::UnicodeString parts;
  if (U_FAILURE(error) || !nfd->getDecomposition(static_cast<UChar32>(c), parts))
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  const auto first = static_cast<char32_t>(parts.char32At(0));
  return first < 0x80 ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(first)))
                      : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

/// Lower-case letter without marks for every code point below kTableEnd, built once.
char32_t folded(char32_t c) {
  static const auto table = [] {
    std::array<char32_t, kTableEnd> entries{};
    for (char32_t i = 0; i < kTableEnd; ++i) entries[i] = base_of(i);
    return entries;
  }();
  return c < kTableEnd ? table[c] : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

template <class Change>
std::string map_code_points(std::string_view text, Change change) {
  auto code_points = decode_utf8(text);
  for (auto& c : code_points) c = static_cast<char32_t>(change(static_cast<UChar32>(c)));
  return encode_utf8(code_points);
}

std::u32string with_single_spaces(const std::u32string& text) {
  std::u32string out;
  out.reserve(text.size());
  bool space_waits = false;
  for (const char32_t c : text) {
    if (is_invisible(c)) continue;
    if (u_isUWhiteSpace(static_cast<UChar32>(c))) {
      space_waits = !out.empty();
      continue;
    }
    if (space_waits) out += U' ';
    space_waits = false;
    out += c;
  }
  return out;
}

/// All letters of the alphabet with every tone: 12 vowels by 6 tones, and the consonants.
const std::unordered_set<char32_t>& vietnamese_letters() {
  static const std::unordered_set<char32_t> letters = [] {
    std::unordered_set<char32_t> found;
    for (const char32_t c : decode_utf8("bcdđghklmnpqrstvx"
                                        "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíị"
                                        "oòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ")) {
      found.insert(c);
      found.insert(static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))));
    }
    return found;
  }();
  return letters;
}

}  // namespace

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return to_nfc(decode_utf8(text));
}

std::string to_nfc(std::u32string_view text) {
  auto clean = encode_utf8(text);
  if (std::all_of(text.begin(), text.end(), is_surely_nfc)) return clean;
  UErrorCode error = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(error);
  const auto wide = icu::UnicodeString::fromUTF8(clean);
  if (U_SUCCESS(error) && nfc->isNormalized(wide, error)) return clean;
  std::string out;
  nfc->normalize(wide, error).toUTF8String(out);
  ensure(U_SUCCESS(error), "ICU brings the normalisation data along");
  return out;
}

std::string fold(std::string_view text) {
  std::u32string out;
  for (const char32_t c : decode_utf8(to_nfc(text)))
    if (!is_combining(c)) out += folded(c);
  return encode_utf8(with_single_spaces(out));
}

std::string to_lower(std::string_view nfc) {
  return map_code_points(nfc, u_tolower);
}
std::string to_upper(std::string_view nfc) {
  return map_code_points(nfc, u_toupper);
}

std::string collapse_spaces(std::string_view text) {
  return encode_utf8(with_single_spaces(decode_utf8(text)));
}

bool is_vietnamese_letter(char32_t c) {
  return vietnamese_letters().contains(c);
}
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  return u_isUUppercase(static_cast<UChar32>(c));
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z';
  return is_extended_latin(c) || u_isUAlphabetic(static_cast<UChar32>(c));
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

}  // namespace haidang
