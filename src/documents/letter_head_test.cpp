// SPDX-License-Identifier: Apache-2.0
#include "letter_head.hpp"

#include <doctest/doctest.h>

#include <array>

#include "listed.hpp"

namespace haidang::documents {
namespace {

LetterHead head_of(std::string_view text) {
  const auto source = read_text(text);
  REQUIRE(source);
  return understand(*source, [](std::string_view) { return false; }).head;
}

std::string with_number_and_date(std::string_view number, std::string_view date,
                                 std::string_view kind = "KẾ HOẠCH\nRà soát quy trình nội bộ") {
  return "ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "TỈNH QUẢNG AN                      Độc lập - Tự do - Hạnh phúc\n\n" +
         std::string(number) + "                   " + std::string(date) + "\n\n" + std::string(kind) +
         "\n\n1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát quy trình nội bộ của các cơ quan trong "
         "tỉnh, trình Chủ tịch Ủy ban nhân dân tỉnh phê duyệt theo quy định của Chính phủ về thủ tục hành chính.\n";
}

struct NumberCase {
  std::string_view printed, number;
};
struct DateCase {
  std::string_view printed;
  std::string_view place;
  int day, month, year;  ///< 0: blank
};

}  // namespace

TEST_CASE("the head of a plan in two columns is taken apart") {
  const auto head = head_of(with_number_and_date("Số: 128/KH-UBND", "Quảng An, ngày 08 tháng 7 năm 2022"));
  CHECK(head.number == "128/KH-UBND");
  CHECK(head.place == "Quảng An");
  CHECK(head.day == 8);
  CHECK(head.month == 7);
  CHECK(head.year == 2022);
  CHECK(listed(head.issuer_lines) == "ỦY BAN NHÂN DÂN | TỈNH QUẢNG AN");
  CHECK(head.kind == "kế hoạch");
  CHECK(head.subject == "Rà soát quy trình nội bộ");
}

TEST_CASE("numbers are read in every usual form, and a blank one is empty") {
  static constexpr auto kCases = std::to_array<NumberCase>({
      {"Số: 128/KH-UBND", "128/KH-UBND"},
      {"Số 128/KH-UBND", "128/KH-UBND"},
      {"Số: 05-NQ/TU", "05-NQ/TU"},
      {"Số: 12a/TB-VP", "12a/TB-VP"},
      {"Số: 1234/SNV-CCHC&PC", "1234/SNV-CCHC&PC"},
      {"Số: 88 /UBND-KSTT", "88/UBND-KSTT"},
      {"Số: 17/2023/QĐ-UBND", "17/2023/QĐ-UBND"},
      {"Số:      /KH-UBND", ""},
      {"Số: ...../KH-UBND", ""},
      {"Số: …/KH-UBND", ""},
  });
  for (const NumberCase& c : kCases) {
    CAPTURE(c.printed);
    CHECK(head_of(with_number_and_date(c.printed, "Quảng An, ngày 08 tháng 7 năm 2022")).number == c.number);
  }
}

TEST_CASE("date lines are read in every usual form, and blanks stay blank") {
  static constexpr auto kCases = std::to_array<DateCase>({
      {"Quảng An, ngày 08 tháng 7 năm 2022", "Quảng An", 8, 7, 2022},
      {"Hải Phòng, ngày 14/4/2023", "Hải Phòng", 14, 4, 2023},
      {"TP. Quảng An, ngày 01 tháng 02 năm 2023", "TP. Quảng An", 1, 2, 2023},
      {"Bà Rịa - Vũng An, ngày 5 tháng 12 năm 2024", "Bà Rịa - Vũng An", 5, 12, 2024},
      {"Quảng An, ngày      tháng     năm 2022", "Quảng An", 0, 0, 2022},
      {"Quảng An, ngày      tháng 7 năm 2022", "Quảng An", 0, 7, 2022},
      {"Quảng An, ngày ... tháng ... năm 2022", "Quảng An", 0, 0, 2022},
      {"Quảng An, ngày … tháng … năm 2022", "Quảng An", 0, 0, 2022},
      {"Quảng An, ngày ... tháng ... năm ...", "Quảng An", 0, 0, 0},
  });
  for (const DateCase& c : kCases) {
    CAPTURE(c.printed);
    const auto head = head_of(with_number_and_date("Số: 12/KH-UBND", c.printed));
    CHECK(head.place == c.place);
    CHECK(head.day.value_or(0) == c.day);
    CHECK(head.month.value_or(0) == c.month);
    CHECK(head.year.value_or(0) == c.year);
  }
}

TEST_CASE("the kind is the line in capitals above the subject") {
  for (const auto& [printed, kind] : {std::pair{"CHỈ THỊ\nVề việc tiết kiệm", "chỉ thị"},
                                      {"QUYẾT ĐỊNH\nGiao nhiệm vụ", "quyết định"},
                                      {"THÔNG BÁO\nKết luận cuộc họp", "thông báo"},
                                      {"KẾ HOẠCH\nCải cách hành chính", "kế hoạch"},
                                      {"CHƯƠNG TRÌNH\nCông tác năm", "chương trình"},
                                      {"CÔNG ĐIỆN\nVề ứng phó bão", "công điện"},
                                      {"NGHỊ QUYẾT\nVề phát triển", "nghị quyết"},
                                      {"HƯỚNG DẪN\nRà soát", "hướng dẫn"},
                                      {"BÁO CÁO\nKết quả", "báo cáo"},
                                      {"TỜ TRÌNH\nVề việc", "tờ trình"},
                                      {"ĐỀ ÁN\nChuyển đổi số", "đề án"},
                                      {"PHƯƠNG ÁN\nPhòng chống", "phương án"},
                                      {"QUY CHẾ\nLàm việc", "quy chế"}}) {
    CAPTURE(printed);
    CHECK(head_of(with_number_and_date("Số: 12/X-UBND", "Quảng An, ngày 08 tháng 7 năm 2022", printed)).kind == kind);
  }
}

TEST_CASE("without such a line the sign of the number tells the kind") {
  for (const auto& [number, kind] : {std::pair{"87/TB-VPUBND", "thông báo"},
                                     {"128/KH-UBND", "kế hoạch"},
                                     {"12/UBND-NC", "công văn"},
                                     {"17/2023/QĐ-UBND", "quyết định"},
                                     {"05-NQ/TU", "nghị quyết"},
                                     {"03/CĐ-UBND", "công điện"},
                                     {"20/TTr-SKHĐT", "tờ trình"},
                                     {"/KH-UBND", "kế hoạch"},
                                     {"", ""}}) {
    CAPTURE(number);
    CHECK(kind_of_number(number) == kind);
  }
}

TEST_CASE("a letter has its subject under the number") {
  const auto head = head_of(
      "UBND TỈNH QUẢNG AN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "SỞ NỘI VỤ                          Độc lập - Tự do - Hạnh phúc\n\n"
      "Số: 345/SNV-CCHC                   Quảng An, ngày 15 tháng 3 năm 2023\n"
      "V/v rà soát quy trình nội bộ\n\n"
      "Kính gửi: Các sở, ban, ngành tỉnh.\n\n"
      "Để bảo đảm tiến độ chung, đề nghị các đơn vị rà soát quy trình nội bộ của cơ quan mình, gửi kết quả về Sở Nội "
      "vụ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy định của pháp luật.\n");
  CHECK(head.kind == "công văn");
  CHECK(head.subject == "rà soát quy trình nội bộ");
  CHECK(listed(head.issuer_lines) == "UBND TỈNH QUẢNG AN | SỞ NỘI VỤ");
}

TEST_CASE("annexes are known by their title") {
  for (const auto& [text, number] : {std::pair{"PHỤ LỤC", 1},
                                     {"PHỤ LỤC I", 1},
                                     {"Phụ lục II", 2},
                                     {"PHỤ LỤC SỐ 02", 2},
                                     {"Phụ lục 3", 3},
                                     {"Phụ lục:", 1},
                                     {"phụ lục 1", 0},
                                     {"Phụ lục kèm theo được gửi", 0},
                                     {"", 0}}) {
    CAPTURE(text);
    CHECK(annex_number(text) == number);
  }
}

TEST_CASE("a line is in capitals although a word or two is not") {
  CHECK(is_all_capitals("ỦY BAN NHÂN DÂN TỈNH QUẢNG AN"));
  CHECK(is_all_capitals("KT. CHỦ TỊCH"));
  CHECK_FALSE(is_all_capitals("Ủy ban nhân dân"));
  CHECK_FALSE(is_all_capitals("12/5/2022"));
  CHECK_FALSE(is_all_capitals(""));
}

}  // namespace haidang::documents
