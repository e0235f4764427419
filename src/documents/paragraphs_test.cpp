// SPDX-License-Identifier: Apache-2.0
#include "documents/paragraph.hpp"

#include <doctest/doctest.h>

#include "base/vietnamese.hpp"
#include "listed.hpp"

namespace haidang::documents {
namespace {

SourceDocument text_file(std::string_view text) {
  auto read = read_text(text);
  REQUIRE(read);
  return std::move(*read);
}

/// The paragraphs' texts in order; a table is "[table]".
std::vector<std::string> paragraphs_of(const SourceDocument& source) {
  std::vector<std::string> texts;
  for (const FlowItem& item : assemble_paragraphs(source)) {
    const auto* paragraph = std::get_if<Paragraph>(&item);
    texts.push_back(paragraph ? paragraph->text : "[table]");
  }
  return texts;
}

/// A page of a PDF: lines of 6-point letters, 14 points apart.
class PrintedPage {
 public:
  PrintedPage& line(std::string_view text, double left = 72, double width = 0) {
    Line made{.text = std::string(text), .indent = left - 72};
    const double right = width > 0 ? left + width : left + 5.5 * static_cast<double>(text.size());
    made.place = {page_, Box{left, top_, right, top_ + 12}, source_.text.size(), source_.text.size() + text.size()};
    top_ += 14;
    source_.text += std::string(text) + "\n";
    source_.blocks.emplace_back(std::move(made));
    return *this;
  }
  PrintedPage& next_page() {
    ++page_;
    top_ = 72;
    return *this;
  }
  SourceDocument take() {
    source_.format = Format::Pdf;
    return std::move(source_);
  }

 private:
  SourceDocument source_;
  int page_ = 1;
  double top_ = 72;
};

}  // namespace

TEST_CASE("the lines of a wrapped paragraph are joined, the next clause begins anew") {
  const auto texts =
      paragraphs_of(text_file("1. Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành tỉnh rà soát toàn\n"
                              "bộ quy trình nội bộ, trình Chủ tịch Ủy ban nhân dân tỉnh phê duyệt trước\n"
                              "ngày 30/6/2022.\n"
                              "2. Sở Tài chính bố trí kinh phí.\n"));
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].ends_with(
      "rà soát toàn bộ quy trình nội bộ, trình Chủ tịch Ủy ban nhân dân tỉnh phê duyệt trước ngày 30/6/2022."));
  CHECK(texts[1] == "2. Sở Tài chính bố trí kinh phí.");
}

TEST_CASE("empty lines between all lines of wrapped text do not break its sentences") {
  const auto texts =
      paragraphs_of(text_file("1. Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành tỉnh rà soát toàn\n\n"
                              "bộ quy trình nội bộ, trình Chủ tịch Ủy ban nhân dân tỉnh phê duyệt trước\n\n"
                              "ngày 30/6/2022.\n\n"
                              "2. Sở Tài chính bố trí kinh phí thực hiện các nhiệm vụ của Kế hoạch này\n\n"
                              "theo phân cấp ngân sách hiện hành.\n\n"));
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].ends_with("trước ngày 30/6/2022."));
  CHECK(texts[1].ends_with("theo phân cấp ngân sách hiện hành."));
}

TEST_CASE("a wrapped line that begins like a mark goes on with the sentence") {
  const auto texts =
      paragraphs_of(text_file("1. Sở Lao động phối hợp với các cơ quan bảo đảm an sinh và phúc lợi\n"
                              "- xã hội trên địa bàn, thực hiện chính sách theo quy định tại khoản\n"
                              "2. Điều 15 của Quy chế và báo cáo kết quả trước ngày 30 tháng 6 năm\n"
                              "2022. Các đơn vị khác phối hợp thực hiện.\n"));
  CHECK(texts.size() == 1);
}

TEST_CASE("a sign broken at its hyphen or slash is put together without a space") {
  auto texts =
      paragraphs_of(text_file("Thực hiện Nghị định số 61/2018/NĐ-CP và Kế hoạch của tỉnh số 128/KH-\n"
                              "UBND của tỉnh về cải cách hành chính trong các cơ quan, đơn vị và các xã.\n"));
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].find("128/KH-UBND") != std::string::npos);
  texts =
      paragraphs_of(text_file("Thực hiện Nghị định của Chính phủ và Kế hoạch của Ủy ban tỉnh số 128/\n"
                              "KH-UBND của tỉnh về cải cách hành chính trong các cơ quan, đơn vị và xã.\n"));
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].find("128/KH-UBND") != std::string::npos);
}

TEST_CASE("a dash between words at the end of a line keeps its spaces") {
  const auto texts =
      paragraphs_of(text_file("Phòng Lao động tham mưu các chính sách về lao động, việc làm, thương binh -\n"
                              "xã hội và các chính sách khác.\n"));
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].find("thương binh - xã hội") != std::string::npos);
}

TEST_CASE("a short line ends its paragraph, a full one does not") {
  const auto texts =
      paragraphs_of(text_file("Sở Nội vụ tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh theo quy định.\n"
                              "Sở Tài chính bố trí kinh phí.\n"
                              "Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc các cơ quan, đơn vị và\n"
                              "Ủy ban nhân dân các huyện thực hiện.\n"));
  REQUIRE(texts.size() >= 2);
  CHECK(texts.back().ends_with("Ủy ban nhân dân các huyện thực hiện."));
  CHECK(texts.back().starts_with("Văn phòng"));
}

TEST_CASE("a number alone on a line inside a sentence is a page number and left out") {
  const auto texts =
      paragraphs_of(text_file("1. Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành tỉnh rà soát toàn\n"
                              "2\n"
                              "bộ quy trình nội bộ, trình Chủ tịch Ủy ban nhân dân tỉnh phê duyệt.\n"));
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].find("toàn bộ quy trình") != std::string::npos);
}

TEST_CASE("a text file with a paragraph on each line is not joined") {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text +=
        "Sở Nội vụ " + std::string(60, 'a') + " " + std::string(60, 'b') + " " + std::string(60, 'c') + " kết thúc\n";
  CHECK(paragraphs_of(text_file(text)).size() == 6);
}

TEST_CASE("lines of a page are joined by how far they reach, across pages too") {
  const auto source =
      PrintedPage()
          .line("1. So Noi vu chu tri ra soat toan bo quy trinh noi bo, trinh cap co tham quyen", 72, 450)
          .line("phe duyet; bao cao ket qua.", 72, 160)
          .line("So Tai chinh bo tri kinh phi thuc hien cac nhiem vu cua Ke hoach nay theo phan", 90, 432)
          .next_page()
          .line("cap ngan sach.", 72, 90)
          .take();
  const auto texts = paragraphs_of(source);
  REQUIRE(texts.size() == 2);
  CHECK(texts[1].ends_with("theo phan cap ngan sach."));
}

TEST_CASE("the right column of a signature block never runs on") {
  const auto texts =
      paragraphs_of(PrintedPage()
                        .line("Noi dung cua van ban dai den het dong, ket thuc o day voi dau cham cuoi cung.", 72, 450)
                        .line("KT. CHU TICH", 360, 90)
                        .line("PHO CHU TICH", 350, 110)
                        .line("Le Van Tam", 365, 80)
                        .take());
  CHECK(texts.size() == 4);
}

TEST_CASE("the place of a part of a paragraph is where its words stand in the source") {
  const auto source = text_file(
      "1. Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành tỉnh rà soát toàn\n"
      "bộ quy trình nội bộ, trình Chủ tịch Ủy ban nhân dân tỉnh phê duyệt.\n");
  const auto flow = assemble_paragraphs(source);
  REQUIRE(flow.size() == 1);
  const auto& paragraph = std::get<Paragraph>(flow[0]);
  const auto begin = paragraph.text.find("quy trình");
  const Place place = paragraph.place_of(begin, begin + std::string_view("quy trình nội bộ").size());
  CHECK(encode_utf8(decode_utf8(source.text).substr(place.begin, place.end - place.begin)) == "quy trình nội bộ");
  CHECK(place.end - place.begin == 16);
}

TEST_CASE("a place over several lines of a page has the box around them") {
  const auto source =
      PrintedPage()
          .line("1. So Noi vu chu tri ra soat toan bo quy trinh noi bo, trinh cap co tham quyen", 72, 450)
          .line("phe duyet truoc ngay 30/6/2022 va bao cao ket qua ve Uy ban nhan dan tinh de", 60, 462)
          .line("theo doi.", 72, 60)
          .take();
  const auto flow = assemble_paragraphs(source);
  REQUIRE(flow.size() == 1);
  const Place place = std::get<Paragraph>(flow[0]).place();
  REQUIRE(place.box);
  CHECK(place.page == 1);
  CHECK(place.box->left == 60);
  CHECK(place.box->right == 522);
  CHECK(place.box->top == 72);
  CHECK(place.box->bottom == 112);
}

TEST_CASE("a table without borders is read column by column, a ruled one stays a table") {
  SourceDocument source;
  Table table;
  table.rows.assign(2, std::vector<Cell>(2));
  const char* words[2][2] = {{"ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
                             {"Số: 12/KH-UBND", "Quảng An, ngày 05 tháng 8 năm 2022"}};
  for (int row = 0; row < 2; ++row)
    for (int column = 0; column < 2; ++column)
      table.rows[row][column] = {{Line{.text = words[row][column], .whole_paragraph = true}}, row, column};
  source.blocks.emplace_back(table);
  CHECK(listed(paragraphs_of(source)) ==
        "ỦY BAN NHÂN DÂN | Số: 12/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Quảng An, ngày 05 tháng 8 năm 2022");
  auto& ruled = std::get<Table>(source.blocks[0]);
  ruled.rows[0][1].lines[0].text = "Cơ quan chủ trì";
  CHECK(listed(paragraphs_of(source)) == "[table]");
}

TEST_CASE("the lines of a cell are one text, a broken sign put together") {
  const Cell cell{
      {Line{.text = "Sở Nội vụ"}, Line{.text = ""}, Line{.text = "theo Kế hoạch số 12/KH-"}, Line{.text = "UBND"}},
      0,
      0};
  CHECK(text_of_cell(cell) == "Sở Nội vụ theo Kế hoạch số 12/KH-UBND");
  CHECK(text_of_cell({}) == "");
}

}  // namespace haidang::documents
