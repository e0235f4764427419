// SPDX-License-Identifier: Apache-2.0
#include "documents/citations.hpp"

#include <doctest/doctest.h>

#include <array>

namespace haidang::documents {
namespace {

struct CitationCase {
  std::string_view text;
  std::string_view number, date;  ///< the words of the date; empty: none
};

}  // namespace

TEST_CASE("the citations of laws, decisions, letters and party documents are found with their dates") {
  static constexpr auto kCases = std::to_array<CitationCase>({
      {"Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ;", "61/2018/NĐ-CP",
       "ngày 23 tháng 4 năm 2018"},
      {"thực hiện Quyết định số 1085/QĐ-TTg ngày 15/9/2022 của Thủ tướng", "1085/QĐ-TTg", "ngày 15/9/2022"},
      {"theo Kế hoạch số 128/KH-UBND ngày 8-7-2022", "128/KH-UBND", "ngày 8-7-2022"},
      {"theo Kế hoạch số 128/KH-UBND ngày 8.7.2022", "128/KH-UBND", "ngày 8.7.2022"},
      {"Nghị quyết số 05-NQ/TU ngày 10/11/2021 của Tỉnh ủy", "05-NQ/TU", "ngày 10/11/2021"},
      {"Nghị quyết số 76/NQ-CP (ngày 15/7/2021)", "76/NQ-CP", "ngày 15/7/2021"},
      {"Luật Cư trú số 68/2020/QH14", "68/2020/QH14", ""},
      {"Văn bản số 1234/SNV-CCHC&PC ngày 3/6/2022", "1234/SNV-CCHC&PC", "ngày 3/6/2022"},
      {"Công văn số 88/UBND-KSTTHC3 ngày 3/6/2022", "88/UBND-KSTTHC3", "ngày 3/6/2022"},
      {"Thông tư số 01/2023/TT-VPCP", "01/2023/TT-VPCP", ""},
      {"Kết luận số 12-KL/TW của Bộ Chính trị", "12-KL/TW", ""},
      {"Thông báo số 45a/TB-VP ngày 01/02/2022", "45a/TB-VP", "ngày 01/02/2022"},
      {"Công văn số 15/SNV- CCHC ngày 01/02/2022", "15/SNV-CCHC", "ngày 01/02/2022"},
      {"Chỉ thị số 07/CT-UBND, ngày 01/02/2022", "07/CT-UBND", "ngày 01/02/2022"},
      {"Tờ trình số 20/TTr–SKHĐT ngày 01/02/2022", "20/TTr-SKHĐT", "ngày 01/02/2022"},
  });
  for (const CitationCase& c : kCases) {
    CAPTURE(c.text);
    const TokenText text(c.text);
    const auto found = find_citations(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].number == c.number);
    CHECK(text.words(found[0].date_first, found[0].date_last) == c.date);
  }
}

TEST_CASE("dates, fractions, periods and plain numbers are no citations") {
  for (const std::string_view text :
       {"trước ngày 15/7/2022", "giai đoạn 2021-2025", "01 lần/quý", "24/24 giờ", "quý III/2022", "1.500 người",
        "đạt 95%", "khoản 2 Điều 15", "đường 10/3", "02 người/xã", "tổ 3-5 người", ""}) {
    CAPTURE(text);
    CHECK(find_citations(TokenText(text)).empty());
  }
}

TEST_CASE("several citations of one sentence each keep their own date") {
  const TokenText text("thay thế Quyết định số 10/QĐ-UBND ngày 05/01/2020 và Quyết định số 11/QĐ-UBND ngày 06/01/2020");
  const auto found = find_citations(text);
  REQUIRE(found.size() == 2);
  CHECK(text.words(found[0].date_first, found[0].date_last) == "ngày 05/01/2020");
  CHECK(found[1].number == "11/QĐ-UBND");
  CHECK(text.words(found[1].date_first, found[1].date_last) == "ngày 06/01/2020");
}

TEST_CASE("the dates of cited documents are covered, the deadline beside them is not") {
  const TokenText text("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2022, hoàn thành trước ngày 30/6/2022.");
  const auto cited = cited_tokens(text, find_citations(text));
  std::string open, covered;
  for (std::size_t i = 0; i < text.size(); ++i) (cited[i] ? covered : open) += text[i].key + " ";
  CHECK(covered == "12 / kh - ubnd ngày 05 / 01 / 2022 ");
  CHECK(open.find("30 / 6 / 2022") != std::string::npos);
}

TEST_CASE("the date of a law cited without a number is covered too") {
  const TokenText text("Luật Tiếp công dân ngày 25 tháng 11 năm 2013 có hiệu lực");
  const auto cited = cited_tokens(text, {});
  CHECK(cited[4]);
  CHECK(cited[9]);
  CHECK_FALSE(cited[0]);
}

}  // namespace haidang::documents
