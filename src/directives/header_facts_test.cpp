// SPDX-License-Identifier: Apache-2.0
#include "header_facts.hpp"

#include <doctest/doctest.h>

#include <array>

namespace haidang::directives {
namespace {

LocalDate day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
}

documents::Structure with_issuer(std::vector<std::string> lines) {
  documents::Structure structure;
  structure.head.issuer_lines = std::move(lines);
  return structure;
}

Task due(LocalDate date) {
  Task task;
  task.deadline = Deadline{.kind = DeadlineKind::By, .date = date};
  return task;
}

}  // namespace

TEST_CASE("issuers printed in capitals get their usual spelling") {
  const std::pair<std::vector<std::string>, std::string> kCases[] = {
      {{"ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NINH"}, "UBND tỉnh Quảng Ninh"},
      {{"ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH"}, "UBND tỉnh Quảng Ninh"},
      {{"ỦY BAN NHÂN DÂN", "THÀNH PHỐ QUẢNG AN"}, "UBND thành phố Quảng An"},
      {{"ỦY BAN NHÂN DÂN", "QUẬN KIẾN AN"}, "UBND quận Kiến An"},
      {{"UBND HUYỆN TIỀN HẢI"}, "UBND huyện Tiền Hải"},
      {{"UBND TỈNH THÁI BÌNH", "VĂN PHÒNG"}, "Văn phòng UBND tỉnh Thái Bình"},
      {{"UBND TỈNH THÁI BÌNH", "SỞ NỘI VỤ"}, "Sở Nội vụ tỉnh Thái Bình"},
      {{"ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}, "Sở Giáo dục và Đào tạo tỉnh Thái Bình"},
      {{"BỘ TÀI CHÍNH"}, "Bộ Tài chính"},
      {{"HỘI ĐỒNG NHÂN DÂN", "TỈNH BÌNH THUẬN"}, "HĐND tỉnh Bình Thuận"},
      {{}, ""},
  };
  for (const auto& [lines, issuer] : kCases) {
    CAPTURE(issuer);
    CHECK(read_header(with_issuer(lines), {}).issuer == issuer);
  }
}

TEST_CASE("a blank number is empty, a blank day leaves the year") {
  documents::Structure structure;
  structure.head.number = "/KH-UBND";
  structure.head.year = 2022;
  const Header header = read_header(structure, {});
  CHECK(header.number == "");
  CHECK_FALSE(header.issued_on);
  CHECK(header.issued_year == 2022);
}

TEST_CASE("a date line with a day that does not exist gives no date") {
  documents::Structure structure;
  structure.head.day = 31;
  structure.head.month = 6;
  structure.head.year = 2022;
  CHECK_FALSE(read_header(structure, {}).issued_on);
}

TEST_CASE("a printed date is the only possible one") {
  Header header;
  header.issued_on = day(2022, 7, 8);
  infer_issue_dates(header, {{"1/A", day(2022, 8, 1)}}, {due(day(2022, 6, 1))});
  CHECK(header.issued_not_before == day(2022, 7, 8));
  CHECK(header.issued_not_after == day(2022, 7, 8));
}

TEST_CASE("a blank date lies after what the text cites and before what it sets") {
  Header header;
  header.issued_year = 2022;
  infer_issue_dates(header, {{"1/A", day(2021, 12, 1)}, {"2/A", day(2022, 5, 27)}, {"3/A", std::nullopt}},
                    {due(day(2022, 7, 15)), due(day(2022, 12, 31)), due(day(2022, 4, 1))});
  CHECK(header.issued_not_before == day(2022, 5, 27));
  CHECK(header.issued_not_after == day(2022, 7, 15));
}

TEST_CASE("a blank date of a known year lies within it") {
  Header header;
  header.issued_year = 2022;
  infer_issue_dates(header, {}, {});
  CHECK(header.issued_not_before == day(2022, 1, 1));
  CHECK(header.issued_not_after == day(2022, 12, 31));
}

TEST_CASE("a citation dated after the year of the document tells nothing about its date") {
  Header header;
  header.issued_year = 2022;
  infer_issue_dates(header, {{"1/A", day(2023, 2, 1)}}, {});
  CHECK(header.issued_not_before == day(2022, 1, 1));
}

TEST_CASE("without any date at all nothing is inferred") {
  Header header;
  infer_issue_dates(header, {}, {due(day(2022, 7, 15))});
  CHECK_FALSE(header.issued_not_before);
  CHECK_FALSE(header.issued_not_after);
}

}  // namespace haidang::directives
