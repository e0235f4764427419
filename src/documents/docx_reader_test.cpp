// SPDX-License-Identifier: Apache-2.0
#include "docx_reader.hpp"

#include <doctest/doctest.h>

#include "docx_numbering.hpp"
#include "tests/docx_building.hpp"

using namespace haidang;
using namespace haidang::documents;

namespace {

SourceDocument read(const std::string& body, const std::string& styles = {}, const std::string& numbering = {}) {
  auto source = read_docx(docx_of(body, styles, numbering));
  REQUIRE(source);
  return std::move(*source);
}

std::string text_of(const std::string& body, const std::string& styles = {}, const std::string& numbering = {}) {
  return read(body, styles, numbering).text;
}

const Line& line(const SourceDocument& source, std::size_t index) {
  return std::get<Line>(source.blocks.at(index));
}
const Table& table(const SourceDocument& source, std::size_t index) {
  return std::get<Table>(source.blocks.at(index));
}

std::string in_list(const std::string& text, int list, int level) {
  return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                             std::to_string(list) + "\"/></w:numPr>");
}

std::string level(int index, const std::string& format, const std::string& label, const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" +
         more + "<w:lvlText w:val=\"" + label + "\"/></w:lvl>";
}

const std::string kLists = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "upperRoman", "%1.") +
                           level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)") +
                           level(3, "bullet", "\xEF\x82\xB7") +
                           "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" +
                           level(0, "decimal", "Điều %1.", "<w:suff w:val=\"space\"/>") + level(1, "decimal", "%1.%2") +
                           "</w:abstractNum>"
                           "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num "
                           "w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
                           "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride "
                           "w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";

std::string cell(const std::string& text, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}
std::string row(const std::string& cells) {
  return "<w:tr>" + cells + "</w:tr>";
}
std::string borders(const std::string& value) {
  std::string text = "<w:tblBorders>";
  for (const auto* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    text += std::string("<w:") + side + " w:val=\"" + value + "\"/>";
  return text + "</w:tblBorders>";
}

}  // namespace

TEST_CASE("automatic numbers are printed as Word prints them, and lower levels start again") {
  CHECK(text_of(in_list("Mục tiêu", 1, 0) + in_list("Chung", 1, 1) + in_list("Cụ thể", 1, 1) + in_list("Một", 1, 2) +
                    in_list("Hai", 1, 2) + in_list("Gạch", 1, 3) + in_list("Nhiệm vụ", 1, 0) +
                    in_list("Sở Nội vụ", 1, 1) + in_list("Ba", 1, 2),
                {}, kLists) ==
        "I. Mục tiêu\n1. Chung\n2. Cụ thể\na) Một\nb) Hai\n- Gạch\nII. Nhiệm vụ\n1. Sở Nội vụ\na) Ba\n");
}

TEST_CASE("a label may hold the numbers of upper levels, and a list may start elsewhere") {
  CHECK(text_of(in_list("A", 2, 0) + in_list("B", 2, 1) + in_list("C", 2, 1) + in_list("D", 3, 0) + in_list("E", 3, 0),
                {}, kLists) == "Điều 1. A\n1.1 B\n1.2 C\nĐiều 5. D\nĐiều 6. E\n");
}

TEST_CASE("a paragraph style can carry the numbering, and number 0 switches it off") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"Khoan\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId "
      "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Con\"><w:basedOn w:val=\"Khoan\"/></w:style>";
  CHECK(text_of(paragraph("Một", "<w:pStyle w:val=\"Khoan\"/>") + paragraph("Hai", "<w:pStyle w:val=\"Con\"/>") +
                    paragraph("Ba", "<w:pStyle w:val=\"Con\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
                styles, kLists) == "1. Một\n2. Hai\nBa\n");
}

TEST_CASE("numbers in all formats") {
  CHECK(number_in_format(4, "lowerRoman") == "iv");
  CHECK(number_in_format(19, "upperRoman") == "XIX");
  CHECK(number_in_format(27, "lowerLetter") == "aa");
  CHECK(number_in_format(7, "decimalZero") == "07");
  CHECK(number_in_format(12, "decimalZero") == "12");
  CHECK(number_in_format(3, "none").empty());
  CHECK(number_in_format(2'000'000, "upperRoman") == "2000000");
}

TEST_CASE("tracked changes are read as accepted, with a remark") {
  const auto source = read(
      "<w:p><w:r><w:t>Báo cáo trước </w:t></w:r><w:del><w:r><w:delText>20/6</w:delText></w:r></w:del>"
      "<w:ins><w:r><w:t>30/6</w:t></w:r></w:ins></w:p>");
  CHECK(source.text == "Báo cáo trước 30/6\n");
  CHECK(source.remarks == std::vector<std::string>{"tracked-changes-accepted"});
}

TEST_CASE("a deleted paragraph mark joins two paragraphs") {
  CHECK(text_of("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Giao Sở </w:t></w:r></w:p>" +
                paragraph("Nội vụ")) == "Giao Sở Nội vụ\n");
}

TEST_CASE("a line break inside a paragraph starts a new line, and only the last one ends the paragraph") {
  const auto source = read("<w:p><w:r><w:t>CHỈ THỊ</w:t><w:br/><w:t>Về việc</w:t></w:r></w:p>");
  CHECK(line(source, 0).text == "CHỈ THỊ");
  CHECK_FALSE(line(source, 0).whole_paragraph);
  CHECK(line(source, 1).text == "Về việc");
  CHECK(line(source, 1).whole_paragraph);
}

TEST_CASE("hidden text is left out, capitals and field results are as printed") {
  CHECK(text_of(paragraph("thừa", {}, "<w:vanish/>") + paragraph("chỉ thị", {}, "<w:caps/>") +
                "<w:p><w:r><w:fldChar "
                "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar "
                "w:fldCharType=\"separate\"/></w:r>"
                "<w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>") == "CHỈ THỊ\n12\n");
}

TEST_CASE("content controls, links and text boxes give their text") {
  CHECK(text_of("<w:sdt><w:sdtContent>" + paragraph("trong khung") +
                "</w:sdtContent></w:sdt><w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>"
                "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>" +
                paragraph("hộp") +
                "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
                "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" +
                paragraph("hộp") +
                "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>") ==
        "trong khung\nliên kết\nhộp\n");
}

TEST_CASE("looks come from runs, paragraphs and styles") {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"Ten\"><w:pPr><w:jc "
      "w:val=\"center\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>";
  const auto source =
      read(paragraph("QUYẾT ĐỊNH", "<w:pStyle w:val=\"Ten\"/>") +
               paragraph("nghiêng", "<w:ind w:left=\"200\" w:firstLine=\"720\"/>", "<w:i/>") + "<w:p/>" +
               paragraph("thường", "<w:pStyle w:val=\"Ten\"/><w:jc w:val=\"left\"/>", "<w:b w:val=\"0\"/>"),
           styles);
  CHECK((line(source, 0).bold && line(source, 0).centred && !line(source, 0).italic));
  CHECK((line(source, 1).italic && !line(source, 1).bold && line(source, 1).indent == 46));
  CHECK((!line(source, 2).bold && !line(source, 2).centred && line(source, 2).blank_before));
}

TEST_CASE("merged cells point to their first position") {
  const auto source = read("<w:tbl><w:tblPr>" + borders("single") + "</w:tblPr>" +
                           row(cell("A", "<w:gridSpan w:val=\"2\"/>") + cell("B")) +
                           row(cell("C", "<w:vMerge w:val=\"restart\"/>") + cell("D") + cell("E")) +
                           row(cell("", "<w:vMerge/>") + cell("F") + cell("G")) + "</w:tbl>");
  const Table& read_table = table(source, 0);
  CHECK(read_table.ruled);
  REQUIRE(read_table.rows.size() == 3);
  for (const auto& each : read_table.rows) CHECK(each.size() == 3);
  CHECK(read_table.rows[0][1].origin_column == 0);
  CHECK(read_table.rows[2][0].origin_row == 1);
  CHECK(read_table.rows[2][0].lines.empty());
  CHECK(source.text == "A\nB\nC\nD\nE\nF\nG\n");
}

TEST_CASE("a table without borders is a layout table, and cells alone can draw them") {
  const auto source = read("<w:tbl><w:tblPr>" + borders("nil") + "</w:tblPr>" + row(cell("trái") + cell("phải")) +
                           "</w:tbl>" + paragraph("x") + "<w:tbl><w:tblPr/>" +
                           row(cell("1", "<w:tcBorders><w:top w:val=\"single\"/></w:tcBorders>") +
                               cell("2", "<w:tcBorders><w:top w:val=\"single\"/></w:tcBorders>")) +
                           "</w:tbl>");
  CHECK_FALSE(table(source, 0).ruled);
  CHECK(table(source, 2).ruled);
}

TEST_CASE("a table inside a cell gives its lines to the cell; a frame of one cell is looked through") {
  const std::string inner = "<w:tbl>" + row(cell("p") + cell("q")) + "</w:tbl>";
  const auto nested = read("<w:tbl>" + row("<w:tc>" + inner + paragraph("r") + "</w:tc>" + cell("s")) + "</w:tbl>");
  CHECK(table(nested, 0).rows[0][0].lines.size() == 3);
  const auto framed = read("<w:tbl>" + row("<w:tc>" + paragraph("đầu") + inner + "</w:tc>") + "</w:tbl>");
  CHECK(line(framed, 0).text == "đầu");
  CHECK(table(framed, 1).rows[0].size() == 2);
}

TEST_CASE("places count code points of the text") {
  const auto source = read(paragraph("Đã ký") + paragraph("Nơi nhận"));
  CHECK(line(source, 1).place.begin == 6);
  CHECK(line(source, 1).place.end == 14);
}

TEST_CASE("what is no Word document is told apart") {
  CHECK(read_docx("PK nothing").error().code == Code::DocumentCorrupt);
  CHECK(read_docx(zip_of({{"a.txt", "x"}})).error().code == Code::DocumentCorrupt);
  CHECK(read_docx(zip_of({{"word/document.xml", "<w:document"}})).error().code == Code::DocumentCorrupt);
  CHECK(read_docx(docx_of("<w:p/>")).error().code == Code::NoTextFound);
}

TEST_CASE("a document that would unpack too large is refused before it is unpacked") {
  ReadLimits limits;
  limits.unpacked_bytes = 100'000;
  CHECK(read_docx(zip_of({{"word/document.xml", std::string(200'000, ' ')}}), limits).error().code ==
        Code::UnpackedTooLarge);
}
