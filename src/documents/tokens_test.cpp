// SPDX-License-Identifier: Apache-2.0
#include "documents/tokens.hpp"

#include <doctest/doctest.h>

namespace haidang::documents {
namespace {

/// The keys of all tokens, separated by a bar.
std::string keys(std::string_view words) {
  const TokenText text(words);
  std::string all;
  for (std::size_t i = 0; i < text.size(); ++i) all += (i ? "|" : "") + text[i].key;
  return all;
}

}  // namespace

TEST_CASE("words, runs of digits and single marks are tokens of their own") {
  CHECK(keys("Số 12/2023/QĐ-UBND, ngày 5.") == "số|12|/|2023|/|qđ|-|ubnd|,|ngày|5|.");
  CHECK(keys("15h30") == "15|h|30");
  CHECK(keys("") == "");
  CHECK(keys("   \t ") == "");
}

TEST_CASE("case, tone placement and kinds of dashes and quotes do not tell tokens apart") {
  CHECK(keys("UỶ BAN") == keys("ủy ban"));
  CHECK(keys("Uỷ ban") == keys("Ủy Ban"));
  CHECK(keys("hoà thuận") == keys("hòa thuận"));
  CHECK(keys("a – b — c − d") == keys("a - b - c - d"));
  CHECK(keys("“đẹp”") == keys("\"đẹp\""));
  CHECK(keys("● một") == keys("• một"));
}

TEST_CASE("a token knows its bytes, its capitals, and the space before it") {
  const TokenText text("UBND  tỉnh/Đảng");
  REQUIRE(text.size() == 4);
  CHECK(text[0].all_capitals);
  CHECK(text[0].capital);
  CHECK(text[1].space_before);
  CHECK_FALSE(text[1].capital);
  CHECK(text.glued(2));
  CHECK(text[3].capital);
  CHECK_FALSE(text[3].all_capitals);
  CHECK(text.words(3, 4) == "Đảng");
  CHECK(text.words(0, 2) == "UBND  tỉnh");
}

TEST_CASE("looking past the end of a text finds nothing and harms nothing") {
  const TokenText text("một hai");
  CHECK(text.key(2) == "");
  CHECK_FALSE(text.is_number(9));
  CHECK_FALSE(text.is_word(9));
  CHECK_FALSE(text.glued(9));
  CHECK(text.number(9) == -1);
  CHECK(text.words(1, 99) == "hai");
  CHECK(text.words(2, 1) == "");
}

TEST_CASE("a number of more than nine digits has no value") {
  const TokenText text("7 0000000012 123456789");
  CHECK(text.number(0) == 7);
  CHECK(text.number(1) == -1);
  CHECK(text.number(2) == 123456789);
}

TEST_CASE("bytes that are no whole character end a text without being read past") {
  for (const std::string_view damaged : {"a\xE1\xBB", "\xC3", "b \xF0\x9F", "\xFF\xFE x"}) {
    const TokenText text(damaged);
    for (std::size_t i = 0; i < text.size(); ++i) CHECK(text[i].end <= damaged.size());
  }
}

TEST_CASE("the longest phrase of a book wins") {
  PhraseBook book;
  book.add("chậm nhất", 1);
  book.add("chậm nhất là", 2);
  book.add("chậm nhất là đến hết", 3);
  const TokenText text("Chậm nhất là đến ngày 5, chậm nhất ngày 6");
  CHECK(book.at(text, 0).value == 2);
  CHECK(book.at(text, 0).length == 3);
  CHECK(book.at(text, 7).value == 1);
  CHECK_FALSE(book.has(text, 1));
  CHECK_FALSE(book.has(text, 99));
}

TEST_CASE("a phrase is found in any case and tone placement") {
  PhraseBook book;
  book.add("Uỷ ban nhân dân", 0);
  CHECK(book.has(TokenText("ỦY BAN NHÂN DÂN"), 0));
  CHECK_FALSE(book.has(TokenText("ủy ban"), 0));
}

}  // namespace haidang::documents
