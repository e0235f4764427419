// SPDX-License-Identifier: Apache-2.0
#include "damaged_documents.hpp"

#include <algorithm>
#include <random>
#include <string_view>

#include "docx_building.hpp"
#include "platform/files.hpp"

namespace haidang::documents {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

std::string fixture(const std::string& name) {
  return platform::read_file("tests/documents/" + name).value();
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

class Collection {
 public:
  void add(std::string name, std::string bytes) { documents_.push_back({std::move(name), std::move(bytes)}); }

  void add_cut(const std::string& name, int pieces) {
    const std::string whole = fixture(name);
    for (int i = 0; i < pieces; ++i) {
      const auto size = whole.size() * static_cast<std::size_t>(i + 1) / static_cast<std::size_t>(pieces + 1);
      add("cut to " + std::to_string(size) + " bytes: " + name, whole.substr(0, size));
    }
  }

  void add_flipped(const std::string& name, int copies, int flips) {
    std::mt19937 random(static_cast<unsigned>(copies * 1000 + flips));
    const std::string whole = fixture(name);
    for (int i = 0; i < copies; ++i) {
      std::string bytes = whole;
      for (int j = 0; j < flips; ++j) bytes[random() % bytes.size()] ^= static_cast<char>(1U << (random() % 8));
      add(std::to_string(flips) + " bits flipped, copy " + std::to_string(i) + ": " + name, std::move(bytes));
    }
  }

  std::vector<DamagedDocument> take() { return std::move(documents_); }

 private:
  std::vector<DamagedDocument> documents_;
};

void set_number(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
}

/// A document whose archive says that its parts are larger or smaller than they are.
std::string lying_about_sizes(std::uint32_t size) {
  std::string bytes = docx_of(paragraph(std::string(5000, 'x')));
  constexpr std::string_view kEntry = "PK\x01\x02";
  for (auto at = bytes.find(kEntry); at != std::string::npos; at = bytes.find(kEntry, at + 4))
    set_number(bytes, at + 24, size);
  return bytes;
}

std::string entity_bomb() {
  std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"tin\">";
  for (int i = 1; i < 12; ++i)
    xml += "<!ENTITY a" + std::to_string(i) + " \"" + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  return xml +
         "]><w:document "
         "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a11;</w:t></"
         "w:r></w:p></w:body></w:document>";
}

std::string outside_entity() {
  return "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
         "<w:document "
         "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;</w:t></"
         "w:r></w:p></w:body></w:document>";
}

void add_word_documents(Collection& all) {
  all.add_cut("decision.docx", 14);
  all.add_flipped("decision.docx", 14, 1);
  all.add_flipped("decision.docx", 14, 40);
  all.add("a zip bomb", docx_of(paragraph(std::string(230'000'000, ' '))));
  all.add("sizes declared as four gigabytes", lying_about_sizes(0xfffffff0U));
  all.add("sizes declared as nothing", lying_about_sizes(0));
  all.add("sizes declared smaller", lying_about_sizes(100));
  all.add("an entity bomb", zip_of({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", entity_bomb()}}));
  all.add("an entity that names a file",
          zip_of({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", outside_entity()}}));
  all.add("elements nested without end", docx_of(repeated("<w:sdt><w:sdtContent>", 50'000)));
  all.add("tables nested deeply",
          docx_of(repeated("<w:tbl><w:tr><w:tc>", 80) + paragraph("x") + repeated("</w:tc></w:tr></w:tbl>", 80)));
  all.add("cells without end",
          docx_of("<w:tbl>" +
                  repeated("<w:tr>" + repeated("<w:tc><w:tcPr><w:gridSpan w:val=\"60\"/></w:tcPr><w:p/></w:tc>", 3) +
                               "</w:tr>",
                           20'000) +
                  "</w:tbl>"));
  all.add("a cell as wide as a million", docx_of("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1000000\"/></w:tcPr>" +
                                                 paragraph("x") + "</w:tc></w:tr></w:tbl>"));
  all.add("styles in a ring", docx_of(paragraph("x", "<w:pStyle w:val=\"A\"/>"),
                                      "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style "
                                      "w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"));
  all.add("names that climb out", zip_of({{"[Content_Types].xml", "<x/>"},
                                          {"../../../../tmp/haidang-escaped", "x"},
                                          {"/etc/haidang-escaped", "x"},
                                          {"word/document.xml", "<x/>"}}));
  all.add("no part at all", zip_of({{"[Content_Types].xml", "<x/>"}}));
  all.add("text beyond the limit", docx_of(repeated(paragraph(std::string(1'000'000, 'x')), 25)));
  all.add("text that is no UTF-8", docx_of(paragraph("a\xff\xfe\xc3(b")));
  all.add("a locked Word document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0') +
                                        "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s);
  all.add("an old Word document without content",
          "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0') + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s);
}

/// A page of the given size with nothing on it.
std::string bare_pdf(const std::string& media_box, const std::string& count) {
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count " + count +
         ">>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[" +
         media_box + "]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

void add_pdf_documents(Collection& all) {
  all.add_cut("conclusions.pdf", 8);
  all.add_flipped("conclusions.pdf", 6, 1);
  all.add_flipped("conclusions.pdf", 6, 60);
  all.add("a locked PDF", fixture("password.pdf"));
  all.add("an empty PDF page", bare_pdf("0 0 595 842", "1"));
  all.add("a page as large as a town", bare_pdf("0 0 14400000 14400000", "1"));
  all.add("a million pages", bare_pdf("0 0 595 842", "1000000"));
  all.add("pages in a ring",
          "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count "
          "1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  all.add("only a header", "%PDF-1.7\n");
}

/// A PNG header that claims a size, and nothing after it.
std::string png_of_size(const std::string& size) {
  return "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s + size + size + "\x08\0\0\0\0\0\0\0\0"s;
}

void add_pictures(Collection& all) {
  all.add_cut("rotated_page.png", 2);
  all.add_cut("scanned_table.tif", 3);
  all.add_flipped("scanned_table.tif", 2, 30);
  all.add_cut("tilted_table.jpg", 2);
  all.add("a PNG that claims to be enormous", png_of_size("\x7f\xff\xff\xff"s));
  all.add("a PNG that claims to be large", png_of_size("\0\0\x75\x30"s));
  all.add("a TIFF whose directory points to itself", "II*\0\x08\0\0\0\0\0\x08\0\0\0"s);
  all.add("only a JPEG header", "\xff\xd8\xff\xe0"s);
}

void add_others(Collection& all) {
  std::mt19937 random(5);
  std::string noise(20'000, '\0');
  std::generate(noise.begin(), noise.end(), [&] { return static_cast<char>(random()); });
  all.add("nothing", "");
  all.add("one byte", "\x01");
  all.add("one letter", "a");
  all.add("noise", noise);
  all.add("half a UTF-16 letter",
          "\xff\xfe"
          "a");
  all.add("only zeros", std::string(5000, '\0'));
  all.add("a text of broken UTF-8", repeated("Thông b\xc3 áo \xff\xfe ", 50));
  all.add("a line of two million letters", std::string(2'000'000, 'x'));
  all.add("a million empty lines", std::string(1'000'000, '\n'));
  all.add("fifty thousand columns", repeated("a\t", 50'000));
  all.add("bars only", repeated("|", 100'000));
  all.add("a web page", "<html><body>Chỉ thị</body></html>");
  all.add("a spreadsheet", zip_of({{"xl/workbook.xml", "<x/>"}}));
  all.add("a broken rich text", "{\\rtf1" + repeated("{", 10'000));
  all.add("an OpenDocument text without content", zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}}));
}

}  // namespace

std::vector<DamagedDocument> damaged_documents() {
  Collection all;
  add_word_documents(all);
  add_pdf_documents(all);
  add_pictures(all);
  add_others(all);
  return all.take();
}

}  // namespace haidang::documents
