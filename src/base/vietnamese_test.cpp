// SPDX-License-Identifier: Apache-2.0
#include "base/vietnamese.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace haidang;

namespace {

constexpr auto kFirst = TonePlacement::FirstVowel;
constexpr auto kLast = TonePlacement::LastVowel;

/// The text with every mark as a combining character, made without the code under test.
std::string decomposed(std::string_view text) {
  struct Part {
    char32_t letter, plain, mark;
  };
  static const std::array<Part, 10> parts{{{U'â', U'a', 0x302},
                                           {U'ê', U'e', 0x302},
                                           {U'ô', U'o', 0x302},
                                           {U'ă', U'a', 0x306},
                                           {U'ơ', U'o', 0x31B},
                                           {U'ư', U'u', 0x31B},
                                           {U'à', U'a', 0x300},
                                           {U'ỷ', U'y', 0x309},
                                           {U'ệ', U'ẹ', 0x302},
                                           {U'ẹ', U'e', 0x323}}};
  auto out = decode_utf8(text);
  for (const auto& part : parts)
    for (auto at = out.find(part.letter); at != std::u32string::npos; at = out.find(part.letter, at))
      out.replace(at, 1, {part.plain, part.mark});
  return encode_utf8(out);
}

std::string random_words(std::mt19937& random) {
  static const std::array<const char*, 16> words{"hoà",  "Khoẻ", "UỶ",  "thuỷ", "quý", "hoàn", "nghiệp", "tuỵ",
                                                 "được", "Loã",  "HOẠ", "quỳ",  "oà",  "xoè",  "nước",   "à"};
  std::string text;
  for (auto left = 1 + random() % 8; left > 0; --left)
    text += std::string(words[random() % words.size()]) + (random() % 4 ? " " : ", ");
  return text;
}

}  // namespace

TEST_CASE("the tone of oa, oe, uy moves between its two places in both cases") {
  CHECK(with_tone_placement("hoà khoẻ uỷ loã hoạ Uỷ HOÀ xoè thuỷ", kFirst) == "hòa khỏe ủy lõa họa Ủy HÒA xòe thủy");
  CHECK(with_tone_placement("hòa khỏe ủy lõa họa Ủy HÒA xòe thủy", kLast) == "hoà khoẻ uỷ loã hoạ Uỷ HOÀ xoè thuỷ");
}

TEST_CASE("closed syllables and qu have one spelling only") {
  const std::string text = "hoàn toàn thoát quý quỳ QUỲNH quyền khuỷu ngoài tuyết";
  CHECK(with_tone_placement(text, kFirst) == text);
  CHECK(with_tone_placement(text, kLast) == text);
}

TEST_CASE("tone placement is idempotent and invertible") {
  std::mt19937 random(6);
  for (int round = 0; round < 2'000; ++round) {
    const auto last = random_words(random);
    const auto first = with_tone_placement(last, kFirst);
    CHECK(with_tone_placement(first, kFirst) == first);
    CHECK(with_tone_placement(last, kLast) == last);
    CHECK(with_tone_placement(first, kLast) == last);
  }
}

TEST_CASE("folding forgets case, marks, placement, normal form and spaces") {
  CHECK(fold("Hoà") == fold("hòa"));
  CHECK(fold("  Đặng\u00A0Thị \n Khoẻ ") == "dang thi khoe");
  CHECK(fold("ỨNG HÒA, số 11/CT-UBND") == "ung hoa, so 11/ct-ubnd");
  std::mt19937 random(7);
  for (int round = 0; round < 2'000; ++round) {
    const auto text = random_words(random);
    const auto folded = fold(text);
    CHECK(fold(decomposed(text)) == folded);
    CHECK(fold(with_tone_placement(text, kFirst)) == folded);
    CHECK(fold(to_upper(text)) == folded);
    CHECK(fold(folded) == folded);
  }
}

TEST_CASE("NFC joins marks in any order and keeps what is joined") {
  CHECK(to_nfc("ê\u0323") == "ệ");
  CHECK(to_nfc("e\u0323\u0302") == "ệ");
  CHECK(to_nfc("e\u0302\u0323") == "ệ");
  CHECK(to_nfc("nghiệp") == "nghiệp");
  CHECK(to_nfc("a\xFF"
               "b") == "a\uFFFDb");
  std::mt19937 random(8);
  for (int round = 0; round < 1'000; ++round) {
    const auto text = random_words(random);
    CHECK(to_nfc(decomposed(text)) == text);
  }
}

TEST_CASE("case changes know every Vietnamese letter") {
  CHECK(to_upper("ủy ban nhân dân đường ở") == "ỦY BAN NHÂN DÂN ĐƯỜNG Ở");
  CHECK(to_lower("ỦY BAN NHÂN DÂN ĐƯỜNG Ở") == "ủy ban nhân dân đường ở");
}

TEST_CASE("the alphabet is the Vietnamese one") {
  CHECK(is_vietnamese_letter(U'đ'));
  CHECK(is_vietnamese_letter(U'Ự'));
  CHECK_FALSE(is_vietnamese_letter(U'w'));
  CHECK_FALSE(is_vietnamese_letter(U'ü'));
  CHECK_FALSE(is_vietnamese_letter(U'1'));
  CHECK(is_upper(U'Ờ'));
  CHECK_FALSE(is_upper(U'ờ'));
  CHECK(is_letter(U'ü'));
  CHECK_FALSE(is_letter(U'×'));
}

TEST_CASE("syllables are told from accidents of letters") {
  for (const auto* word : {"nghiêng", "của", "quyết", "khuỷu", "giếng", "gì", "đường", "uỷ", "ủy", "ở", "yêu", "quốc",
                           "kạn", "huỳnh", "thuở", "oà", "xoong", "nghiệp"}) {
    CAPTURE(word);
    CHECK(is_vietnamese_syllable(decode_utf8(word)));
  }
  for (const auto* word : {"ngiệp", "nghiềp", "ộtộ", "cĩ", "kà", "thàá", "blế", "mờme", "ubnđ", "x", ""}) {
    CAPTURE(word);
    CHECK_FALSE(is_vietnamese_syllable(decode_utf8(word)));
  }
}

TEST_CASE("bad UTF-8 becomes U+FFFD and the rest survives") {
  CHECK(decode_utf8("a\xC3") == U"a\uFFFD");
  CHECK(decode_utf8("\xE1\xBB"
                    "b") == U"\uFFFD\uFFFDb");
  CHECK(decode_utf8("\xC0\xAF") == U"\uFFFD\uFFFD");  // a slash written too long
  CHECK(decode_utf8("\xED\xA0\x80").size() == 3);     // half a surrogate pair
  CHECK(decode_utf8("\xF0\x9D\x84\x9E") == U"\U0001D11E");
  CHECK(decode_utf8("\xF4\x90\x80\x80").front() == 0xFFFD);  // beyond Unicode
  CHECK(count_code_points("đề\xFF") == 3);
}

TEST_CASE("every code point goes to UTF-8 and back") {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::u32string text{c, U'x'};
    REQUIRE(decode_utf8(encode_utf8(text)) == text);
  }
}

TEST_CASE("spaces of all kinds become one, invisible ones none") {
  CHECK(collapse_spaces("\u00A0 Hà \t\n Nội\u3000") == "Hà Nội");
  CHECK(collapse_spaces("Hà\u200BNội\uFEFF") == "HàNội");
  CHECK(collapse_spaces(" \n ").empty());
}

TEST_CASE("words are ordered as in a Vietnamese dictionary") {
  const Collator collator;
  const std::array<const char*, 14> ordered{"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ắc", "â", "b", "da", "đa", "e"};
  for (std::size_t i = 0; i < ordered.size(); ++i)
    for (std::size_t j = 0; j < ordered.size(); ++j) {
      CAPTURE(ordered[i]);
      CAPTURE(ordered[j]);
      CHECK((collator.compare(ordered[i], ordered[j]) < 0) == (i < j));
      CHECK((collator.sort_key(ordered[i]) < collator.sort_key(ordered[j])) == (i < j));
    }
}

TEST_CASE("sort keys compare as the collator does, in either normal form") {
  const Collator collator;
  std::mt19937 random(9);
  const auto sign = [](int value) { return (value > 0) - (value < 0); };
  for (int round = 0; round < 1'000; ++round) {
    const auto a = random_words(random), b = random_words(random);
    CHECK(sign(collator.compare(a, b)) == sign(collator.sort_key(a).compare(collator.sort_key(b))));
    CHECK(collator.compare(a, decomposed(a)) == 0);
  }
}
