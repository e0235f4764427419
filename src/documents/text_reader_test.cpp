// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <set>
#include <string>

#include "documents/source.hpp"

using namespace haidang;
using namespace haidang::documents;

namespace {

SourceDocument read(const std::string& text) {
  auto source = read_text(text);
  REQUIRE(source);
  return std::move(*source);
}

const Line& line(const SourceDocument& source, std::size_t index) {
  return std::get<Line>(source.blocks.at(index));
}

}  // namespace

TEST_CASE("the two columns of a letter head come one after the other") {
  CHECK(
      read("ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
           "TỈNH AN BÌNH                     Độc lập - Tự do - Hạnh phúc\n\n"
           "Số: 12/CT-UBND                 An Bình, ngày 3 tháng 4 năm 2023\n\n"
           "CHỈ THỊ\nVề việc trồng cây\n")
          .text ==
      "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH\nSố: 12/CT-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
      "An Bình, ngày 3 tháng 4 năm 2023\nCHỈ THỊ\nVề việc trồng cây\n");
}

TEST_CASE("columns parted by tabs are columns too") {
  CHECK(read("SỞ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/SNV\tĐộc lập - Tự do - Hạnh phúc\n").text ==
        "SỞ NỘI VỤ\nSố: 5/SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n");
}

TEST_CASE("the recipients stand before the signature beside them, to the end of their list") {
  CHECK(read("Yêu cầu các cơ quan nghiêm túc thực hiện./.\n\n"
             "Nơi nhận:                              KT. CHỦ TỊCH\n"
             "- Như trên;                            PHÓ CHỦ TỊCH\n"
             "- Lưu: VT.\n\n\n"
             "                                       Trần Văn An\n")
            .text ==
        "Yêu cầu các cơ quan nghiêm túc thực hiện./.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ "
        "TỊCH\nTrần Văn An\n");
}

TEST_CASE("ordinary text with wide gaps is not torn apart") {
  CHECK(read("Các   cơ quan báo cáo   kết quả về Sở Nội vụ\ntrước ngày 20 hằng tháng   để tổng hợp chung.\n").text ==
        "Các cơ quan báo cáo kết quả về Sở Nội vụ\ntrước ngày 20 hằng tháng để tổng hợp chung.\n");
  CHECK(read("1.    Sở Nội vụ\na)    Rà soát hồ sơ\nb)    Báo cáo\n").text ==
        "1. Sở Nội vụ\na) Rà soát hồ sơ\nb) Báo cáo\n");
}

TEST_CASE("page numbers at a page break are dropped, a lone number elsewhere is kept") {
  CHECK(read("một\nhai\n\f2\nba\n\f- 3 -\nbốn\n").text == "một\nhai\nba\nbốn\n");
  CHECK(read("Điều\n2\nkhoản\n").text == "Điều\n2\nkhoản\n");
  CHECK(read("một\n\f15\nba\n").text == "một\n15\nba\n");
}

TEST_CASE("a table drawn with bars keeps its cells, several lines in one cell too") {
  const auto source = read(
      "+----+--------+\n| TT | Việc   |\n+----+--------+\n| 1  | Rà     |\n|    | soát   |\n+----+--------+\n| 2  | "
      "Nộp    |\n+----+--------+\n");
  const auto& table = std::get<Table>(source.blocks.at(0));
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[1][1].lines.size() == 2);
  CHECK(table.rows[2][0].lines[0].text == "2");
  CHECK(std::get<Table>(read("| a | b |\n|---|---|\n| c | d |\n").blocks.at(0)).rows.size() == 2);
}

TEST_CASE("rows of fields between tabs are a table, a numbered list with tabs is not") {
  const auto table = std::get<Table>(read("TT\tViệc\tHạn\n1\tA\t30/6\n2\t\t31/7\n").blocks.at(0));
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[2][1].lines.empty());
  CHECK(read("1.\tMột\n2.\tHai\n3.\tBa\n").text == "1. Một\n2. Hai\n3. Ba\n");
}

TEST_CASE("blank lines between all lines say nothing, more of them do") {
  const auto source = read("a\n\nb\n\nc\n\nd\n\n\ne\n\nf\n");
  CHECK_FALSE(line(source, 1).blank_before);
  CHECK(line(source, 4).blank_before);
  CHECK(line(read("a\nb\n\nc\nd\ne\nf\n"), 2).blank_before);
}

TEST_CASE("a file with a paragraph on each line says so") {
  const std::string body(200, 'x');
  const auto source = read("TIÊU ĐỀ\n" + body + ".\n" + body + ".\nngắn.\n");
  CHECK_FALSE(line(source, 0).whole_paragraph);
  CHECK(line(source, 1).whole_paragraph);
  CHECK(line(source, 3).whole_paragraph);
}

TEST_CASE("an empty text is refused") {
  CHECK(read_text("").error().code == Code::DocumentEmpty);
  CHECK(read_text(" \n\n\t\n").error().code == Code::DocumentEmpty);
}

TEST_CASE("no word is lost or added, whatever the spacing") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    std::multiset<std::string> words;
    for (int i = 0, count = 1 + static_cast<int>(random() % 60); i < count; ++i) {
      const std::string word = "w" + std::to_string(random() % 1000);
      words.insert(word);
      text += word + std::array{" ", "  ", "     ", "\t", "\n", "\n\n"}[random() % 6];
    }
    std::multiset<std::string> found;
    std::string word;
    for (const char c : read(text).text) {
      if (c != ' ' && c != '\n') {
        word += c;
      } else if (!word.empty()) {
        found.insert(word);
        word.clear();
      }
    }
    CHECK(found == words);
  }
}
