// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_docx.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <stdexcept>
#include <utility>

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "plan_pages.hpp"
#include "platform/files.hpp"

namespace haidang::directives {
namespace {

constexpr int kTableWidth = 15'138;  // twentieths of a point: A4 landscape between margins of 1.5 cm
constexpr const char* kNamespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";
constexpr const char* kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Text of XML 1.0: no control characters but tab and line ends.
std::string escaped(std::string_view text) {
  std::string made;
  for (const char32_t c : decode_utf8(text)) {
    if (c == '&') {
      made += "&amp;";
    } else if (c == '<') {
      made += "&lt;";
    } else if (c == '>') {
      made += "&gt;";
    } else if (c == '"') {
      made += "&quot;";
    } else if ((c >= 0x20 || c == '\t' || c == '\n') && c != 0xfffe && c != 0xffff) {
      made += encode_utf8(std::u32string(1, c));
    }
  }
  return made;
}

enum class Weight { Plain, Bold };
enum class Align { Left, Centre };

std::string run(std::string_view text, Weight weight, int half_points) {
  std::string made =
      fmt::format("<w:r><w:rPr>{}<w:sz w:val=\"{}\"/></w:rPr>", weight == Weight::Bold ? "<w:b/>" : "", half_points);
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (begin > 0) made += "<w:br/>";
    made += "<w:t xml:space=\"preserve\">" + escaped(text.substr(begin, end - begin)) + "</w:t>";
    begin = end + 1;
  }
  return made + "</w:r>";
}

std::string paragraph(std::string_view text, Weight weight, Align align, int half_points) {
  return fmt::format("<w:p><w:pPr><w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"{}\"/></w:pPr>{}</w:p>",
                     align == Align::Centre ? "center" : "left", run(text, weight, half_points));
}

int width_of(std::size_t column) {
  return kTableWidth * kPrintHead[column].width / 1000;
}

std::string cell(std::string_view content, int width, std::string_view properties) {
  return fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}</w:tcPr>{}</w:tc>", width, properties,
                     content);
}

std::string head_row() {
  std::string cells;
  for (std::size_t at = 0; at < kPrintColumns; ++at)
    cells += cell(paragraph(kPrintHead[at].heading, Weight::Bold, Align::Centre, 22), width_of(at),
                  "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E4EDF4\"/><w:vAlign w:val=\"center\"/>");
  return "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" + cells + "</w:tr>";
}

std::string group_row(const std::string& agency, std::size_t number) {
  const auto text = fmt::format("{}. {}", number, agency);
  return "<w:tr><w:trPr><w:cantSplit/></w:trPr>" +
         cell(paragraph(text, Weight::Bold, Align::Left, 22), kTableWidth,
              fmt::format("<w:gridSpan w:val=\"{}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F5F8\"/>",
                          kPrintColumns)) +
         "</w:tr>";
}

std::string task_row(const std::array<std::string, kPrintColumns>& texts) {
  std::string cells;
  for (std::size_t at = 0; at < kPrintColumns; ++at)
    cells += cell(paragraph(texts[at], Weight::Plain, at < 2 ? Align::Centre : Align::Left, 22), width_of(at), "");
  return "<w:tr>" + cells + "</w:tr>";
}

std::string table(const PrintedPlan& pages) {
  std::string made =
      "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(kTableWidth) + "\" w:type=\"dxa\"/><w:tblBorders>";
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    made += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A98A8\"/>", side);
  made += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
  for (std::size_t at = 0; at < kPrintColumns; ++at) made += fmt::format("<w:gridCol w:w=\"{}\"/>", width_of(at));
  made += "</w:tblGrid>" + head_row();
  std::size_t number = 0;
  for (const auto& group : pages.groups) {
    made += group_row(group.agency, ++number);
    for (const auto& row : group.rows) made += task_row(row);
  }
  return made + "</w:tbl>";
}

std::string body(const PrintedPlan& pages, PlanStatus status) {
  std::string made = paragraph(pages.title, Weight::Bold, Align::Centre, 28);
  made += paragraph(pages.subtitle, Weight::Plain, Align::Centre, 26);
  if (!pages.subject.empty()) made += paragraph(pages.subject, Weight::Bold, Align::Centre, 26);
  made += table(pages) + paragraph(pages.totals, Weight::Plain, Align::Left, 24);
  made += "<w:sectPr>";
  if (status == PlanStatus::Draft) made += "<w:headerReference w:type=\"default\" r:id=\"rId2\"/>";
  made +=
      "<w:footerReference w:type=\"default\" r:id=\"rId1\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" "
      "w:orient=\"landscape\"/><w:pgMar w:top=\"850\" w:right=\"850\" w:bottom=\"850\" w:left=\"850\" w:header=\"400\" "
      "w:footer=\"400\" w:gutter=\"0\"/></w:sectPr>";
  return fmt::format("{}<w:document {}><w:body>{}</w:body></w:document>", kXml, kNamespaces, made);
}

std::string field(const char* name) {
  return fmt::format("<w:fldSimple w:instr=\" {} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>", name);
}

std::string footer() {
  return fmt::format(
      "{}<w:ftr {}><w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr>{}<w:r><w:t xml:space=\"preserve\"> / "
      "</w:t></w:r>{}</w:p></w:ftr>",
      kXml, kNamespaces, field("PAGE"), field("NUMPAGES"));
}

/// The mark that Word itself makes for "watermark": slanted letters behind the text.
std::string draft_header() {
  return fmt::format(
      "{}<w:hdr {}><w:p><w:r><w:pict><v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" "
      "path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:textpath on=\"t\" fitshape=\"t\"/></v:shapetype><v:shape "
      "id=\"draft\" type=\"#_x0000_t136\" style=\"position:absolute;margin-left:0;margin-top:0;width:480pt;"
      "height:120pt;rotation:315;z-index:-1;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
      "mso-position-vertical:center;mso-position-vertical-relative:margin\" fillcolor=\"#d8e0e8\" stroked=\"f\">"
      "<v:textpath style=\"font-family:&quot;Times New Roman&quot;\" string=\"{}\"/></v:shape></w:pict></w:r></w:p>"
      "</w:hdr>",
      kXml, kNamespaces, kDraftMark);
}

constexpr const char* kStyles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
    "w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/><w:sz w:val=\"24\"/><w:lang w:val=\"vi-VN\"/></w:rPr>"
    "</w:rPrDefault></w:docDefaults>";

constexpr const char* kContentTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
    "ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override "
    "PartName=\"/word/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override "
    "PartName=\"/word/footer1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/><Override "
    "PartName=\"/word/header1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/></Types>";

std::string relationships(const std::vector<std::pair<const char*, const char*>>& kinds_and_targets) {
  std::string made =
      std::string(kXml) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  int number = 0;
  for (const auto& [kind, target] : kinds_and_targets)
    made += fmt::format(
        "<Relationship Id=\"rId{}\" "
        "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}\" Target=\"{}\"/>",
        ++number, kind, target);
  return made + "</Relationships>";
}

using Part = std::pair<const char*, std::string>;

void add_part(zip_t* archive, const Part& part) {
  zip_source_t* source = zip_source_buffer(archive, part.second.data(), part.second.size(), 0);
  if (!source) throw std::bad_alloc();
  const auto index = zip_file_add(archive, part.first, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    throw std::runtime_error("a part of the document cannot be added");
  }
  constexpr std::time_t kNoDay = 315'576'000;  // January 1980: the same plan gives the same bytes
  zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), kNoDay, 0);
}

std::string packed(const std::vector<Part>& parts) {
  const platform::TemporaryFolder folder;
  const auto path = folder.path() / "plan.docx";
  int fault = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &fault);
  if (!archive) throw std::runtime_error("the document cannot be packed");
  for (const Part& part : parts) add_part(archive, part);
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    throw std::runtime_error("the document cannot be packed");
  }
  auto bytes = platform::read_file(path);
  ensure(bytes.has_value(), "the packed document is there");
  return std::move(*bytes);
}

}  // namespace

std::string plan_docx(const Plan& plan, PlanStatus status) {
  return packed({{"[Content_Types].xml", std::string(kXml) + kContentTypes},
                 {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
                 {"word/_rels/document.xml.rels",
                  relationships({{"footer", "footer1.xml"}, {"header", "header1.xml"}, {"styles", "styles.xml"}})},
                 {"word/document.xml", body(printed(plan, status), status)},
                 {"word/styles.xml", fmt::format("{}<w:styles {}>{}</w:styles>", kXml, kNamespaces, kStyles)},
                 {"word/footer1.xml", footer()},
                 {"word/header1.xml", draft_header()}});
}

}  // namespace haidang::directives
