// SPDX-License-Identifier: Apache-2.0
#include "documents/clause_mark.hpp"

#include <doctest/doctest.h>

#include <array>

namespace haidang::documents {
namespace {

struct MarkCase {
  std::string_view text;
  MarkKind kind;
  std::string_view label;
  int ordinal;
  std::string_view rest;  ///< what stands behind the mark
};

}  // namespace

TEST_CASE("every form of a clause mark is known") {
  static constexpr auto kCases = std::to_array<MarkCase>({
      {"Phần I. QUY ĐỊNH CHUNG", MarkKind::Part, "I", 1, "QUY ĐỊNH CHUNG"},
      {"Phần II", MarkKind::Part, "II", 2, ""},
      {"PHẦN III. TỔ CHỨC THỰC HIỆN", MarkKind::Part, "III", 3, "TỔ CHỨC THỰC HIỆN"},
      {"Phần thứ nhất", MarkKind::Part, "1", 1, ""},
      {"Phần thứ hai: NHIỆM VỤ", MarkKind::Part, "2", 2, "NHIỆM VỤ"},
      {"Chương IV", MarkKind::Chapter, "IV", 4, ""},
      {"Chương 2. TRÁCH NHIỆM", MarkKind::Chapter, "2", 2, "TRÁCH NHIỆM"},
      {"Mục 3. PHÂN CÔNG", MarkKind::Section, "3", 3, "PHÂN CÔNG"},
      {"Điều 1. Phạm vi", MarkKind::Article, "1", 1, "Phạm vi"},
      {"Điều 12: Hiệu lực", MarkKind::Article, "12", 12, "Hiệu lực"},
      {"ĐIỀU 2. Giao Sở Y tế", MarkKind::Article, "2", 2, "Giao Sở Y tế"},
      {"I. MỤC TIÊU", MarkKind::Roman, "I", 1, "MỤC TIÊU"},
      {"IV - NHIỆM VỤ", MarkKind::Roman, "IV", 4, "NHIỆM VỤ"},
      {"XIV. Khác", MarkKind::Roman, "XIV", 14, "Khác"},
      {"II/ Nhiệm vụ", MarkKind::Roman, "II", 2, "Nhiệm vụ"},
      {"A. TÌNH HÌNH", MarkKind::Upper, "A", 1, "TÌNH HÌNH"},
      {"B. NHIỆM VỤ", MarkKind::Upper, "B", 2, "NHIỆM VỤ"},
      {"1. Sở Nội vụ", MarkKind::Number, "1", 1, "Sở Nội vụ"},
      {"1.Sở Nội vụ", MarkKind::Number, "1", 1, "Sở Nội vụ"},
      {"10. Báo Quảng An", MarkKind::Number, "10", 10, "Báo Quảng An"},
      {"3/ Sở Y tế", MarkKind::Number, "3", 3, "Sở Y tế"},
      {"4) Sở Y tế", MarkKind::Bracketed, "4", 4, "Sở Y tế"},
      {"(1) Rà soát", MarkKind::Bracketed, "1", 1, "Rà soát"},
      {"(b) Rà soát", MarkKind::Bracketed, "b", 2, "Rà soát"},
      {"1.2. Rà soát", MarkKind::Number2, "1.2", 2, "Rà soát"},
      {"1.2 Rà soát", MarkKind::Number2, "1.2", 2, "Rà soát"},
      {"2.1.3. Rà soát", MarkKind::Number3, "2.1.3", 3, "Rà soát"},
      {"a) Rà soát", MarkKind::Letter, "a", 1, "Rà soát"},
      {"đ) Rà soát", MarkKind::Letter, "đ", 5, "Rà soát"},
      {"e. Rà soát", MarkKind::Letter, "e", 6, "Rà soát"},
      {"g/ Rà soát", MarkKind::Letter, "g", 7, "Rà soát"},
      {"- Rà soát", MarkKind::Dash, "", 0, "Rà soát"},
      {"– Rà soát", MarkKind::Dash, "", 0, "Rà soát"},
      {"-Rà soát", MarkKind::Dash, "", 0, "Rà soát"},
      {"+ Rà soát", MarkKind::Plus, "", 0, "Rà soát"},
      {"* Rà soát", MarkKind::Star, "", 0, "Rà soát"},
      {"• Rà soát", MarkKind::Bullet, "", 0, "Rà soát"},
      {"● Rà soát", MarkKind::Bullet, "", 0, "Rà soát"},
  });
  for (const MarkCase& c : kCases) {
    CAPTURE(c.text);
    const auto mark = read_mark(c.text);
    REQUIRE(mark);
    CHECK(mark->kind == c.kind);
    CHECK(mark->label == c.label);
    CHECK(mark->ordinal == c.ordinal);
    CHECK(c.text.substr(mark->length) == c.rest);
  }
}

TEST_CASE("what only looks like a clause mark is none") {
  for (const std::string_view text : {"",
                                      " ",
                                      "Sở Nội vụ",
                                      "Điều 8 Thông tư số 01/2023/TT-VPCP",
                                      "Điều 12 Luật Đầu tư công",
                                      "Khoản 2 Điều 5 của Quy chế",
                                      "Mục 3 Phần II của Kế hoạch này",
                                      "15/7/2023, báo cáo",
                                      "15.7.2023",
                                      "30/6 hằng năm",
                                      "1.500 người",
                                      "1.500.000 đồng",
                                      "97,5% hồ sơ",
                                      "95% hồ sơ",
                                      "2023. Báo cáo",
                                      "2021 - 2025",
                                      "0. Không",
                                      "-5 độ",
                                      "17h00 ngày 5",
                                      "ngày 5",
                                      "a",
                                      "w) Không có chữ ấy",
                                      "f) Không có chữ ấy",
                                      "TP. Hạ Long",
                                      "TM. ỦY BAN NHÂN DÂN",
                                      "KT. CHỦ TỊCH",
                                      "phần lớn hồ sơ",
                                      "điều 5. của luật",
                                      "chương trình",
                                      "(Đính kèm phụ lục)",
                                      "(2023)",
                                      "---",
                                      "1",
                                      "II",
                                      "12/QĐ-UBND",
                                      "1 người",
                                      "1.5 triệu đồng"}) {
    CAPTURE(text);
    CHECK_FALSE(read_mark(text));
  }
}

TEST_CASE("a scan may have made a comma of the full stop behind a number") {
  CHECK_FALSE(read_mark("5, Sở Nội vụ"));
  const auto mark = read_mark("5, Sở Nội vụ", MarkReading::Scanned);
  REQUIRE(mark);
  CHECK(mark->ordinal == 5);
  CHECK_FALSE(read_mark("5,7 tỷ đồng", MarkReading::Scanned));
  CHECK_FALSE(read_mark("5, 6 và 7", MarkReading::Scanned));
}

TEST_CASE("points are counted in the order of official documents") {
  const std::u32string letters = U"abcdđeghiklmnopqrstuvxy";
  for (std::size_t i = 0; i < letters.size(); ++i) CHECK(letter_ordinal(letters[i]) == static_cast<int>(i) + 1);
  for (const char32_t other : U"fjwzăâêôơư1") CHECK(letter_ordinal(other) == 0);
}

TEST_CASE("Roman numerals have their values, other words none") {
  for (const auto& [numeral, value] :
       {std::pair{"I", 1}, {"IV", 4}, {"VIII", 8}, {"IX", 9}, {"XIV", 14}, {"XL", 40}, {"XC", 90}, {"C", 100}}) {
    CAPTURE(numeral);
    CHECK(roman_value(numeral) == value);
  }
  for (const char* other : {"", "A", "UBND", "iv", "I.", "XXXXXXXX"}) CHECK(roman_value(other) == 0);
}

TEST_CASE("the mark of a very long paragraph is read from its start") {
  const std::string text = "đ) " + std::string(5000, 'x');
  const auto mark = read_mark(text);
  REQUIRE(mark);
  CHECK(mark->label == "đ");
  CHECK(mark->length == std::string_view("đ) ").size());
}

}  // namespace haidang::documents
