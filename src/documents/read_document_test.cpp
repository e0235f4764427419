// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>

#include "documents/reader_process.hpp"
#include "documents/source_json.hpp"
#include "platform/child_process.hpp"
#include "platform/files.hpp"
#include "tests/docx_building.hpp"
#include "tests/test_reader.hpp"

using namespace haidang;
using namespace haidang::documents;

namespace {

const std::filesystem::path kFolder = "tests/documents";

SourceDocument read(const std::filesystem::path& file) {
  auto source = read_document(file, {}, test_reader());
  if (!source) FAIL(message(source.error(), Language::English), " ", source.error().for_log);
  return std::move(*source);
}

Code rejection_of(const std::filesystem::path& file, const ReadLimits& limits = {}) {
  const auto source = read_document(file, limits, test_reader());
  return source ? Code{} : source.error().code;
}

/// The kept reading of a file; ACCEPT=1 keeps the new one.
void check_golden(const std::string& name) {
  const std::string text = json::pretty(to_json(read(kFolder / name)));
  const auto golden = kFolder / "golden" / (name + ".json");
  if (std::getenv("ACCEPT") != nullptr) {
    std::filesystem::create_directories(golden.parent_path());
    REQUIRE(platform::write_file(golden, text));
  }
  CHECK(platform::read_file(golden).value() == text);
}

bool is_installed(const std::string& program) {
  return platform::run_child(
             {.arguments = {program, "--version"}, .standard_input = {}, .working_folder = {}, .environment = {}}, {})
             .end != platform::ChildEnd::NotStarted;
}

/// The share of the expected words that were read, each as often as it is expected.
double share_of_words(const std::string& expected, const std::string& found) {
  std::map<std::string, int> words;
  const auto each_word = [](const std::string& text, auto visit) {
    std::string word;
    for (const char c : text + " ") {
      if (c != ' ' && c != '\n')
        word += c;
      else if (!word.empty())
        visit(std::exchange(word, {}));
    }
  };
  each_word(found, [&](const std::string& word) { ++words[word]; });
  int all = 0, hit = 0;
  each_word(expected, [&](const std::string& word) {
    ++all;
    if (words[word]-- > 0) ++hit;
  });
  return static_cast<double>(hit) / all;
}

}  // namespace

TEST_CASE("each format is read as it was when somebody last looked at it") {
  for (const auto* name : {"directive.txt", "decision.docx", "conclusions.pdf"}) check_golden(name);
}

TEST_CASE("a decision reads the same from .odt and .doc as from .docx") {
  if (!is_installed("soffice")) return;
  const auto expected = read(kFolder / "decision.docx");
  for (const auto& [name, format] : {std::pair{"decision.odt", Format::Odt}, std::pair{"decision.doc", Format::Doc}}) {
    const auto source = read(kFolder / name);
    CHECK(source.format == format);
    CHECK(source.text == expected.text);
    CHECK(source.blocks.size() == expected.blocks.size());
  }
}

TEST_CASE("the scanned letter is read in order, nearly every word right") {
  const auto source = read(kFolder / "scanned_letter.pdf");
  CHECK(source.format == Format::ScannedPdf);
  CHECK(source.remarks == std::vector<std::string>{"ocr"});
  const auto expected = platform::read_file(kFolder / "scanned_letter.words.txt").value();
  CHECK(share_of_words(expected, source.text) >= 0.98);
  CHECK(source.text.find("QUẬN KIẾN AN") < source.text.find("CỘNG HÒA XÃ HỘI"));
  CHECK(source.text.find("- Lưu: VT.") < source.text.find("TM. ỦY BAN NHÂN DÂN"));
}

TEST_CASE("a page that lies on its side is turned before it is read") {
  const auto source = read(kFolder / "rotated_page.png");
  CHECK(source.format == Format::Image);
  REQUIRE(source.pages.size() == 1);
  CHECK(source.pages[0].rotation == 270);
  CHECK(source.text.find("Chủ trì, phối hợp với Kho bạc Nhà nước tỉnh") != std::string::npos);
}

TEST_CASE("the cells of a scanned table are found, merged ones too, straight or tilted") {
  for (const auto* name : {"scanned_table.tif", "tilted_table.jpg"}) {
    CAPTURE(name);
    const auto source = read(kFolder / name);
    const auto found = std::find_if(source.blocks.begin(), source.blocks.end(),
                                    [](const Block& block) { return std::holds_alternative<Table>(block); });
    REQUIRE(found != source.blocks.end());
    const auto& table = std::get<Table>(*found);
    REQUIRE(table.rows.size() == 5);
    REQUIRE(table.rows[0].size() == 5);
    CHECK(table.rows[2][2].origin_row == 1);
    CHECK(table.rows[0][0].lines.at(0).text == "TT");
    CHECK(table.rows[2][3].lines.at(0).text == "Công ty Điện lực");
    CHECK(table.rows[2][4].lines.at(0).text == "Tháng 8/2024");
  }
}

TEST_CASE("what a reader saw survives the way between the processes") {
  for (const auto* name : {"directive.txt", "decision.docx", "conclusions.pdf"}) {
    const auto value = to_json(read(kFolder / name));
    const auto again = source_from_json(value);
    REQUIRE(again);
    CHECK(json::pretty(to_json(*again)) == json::pretty(value));
  }
}

TEST_CASE("limits go to the child and back unchanged, and a wrong form is refused") {
  const ReadLimits limits{1, 2, 3, 4, 5, 6};
  CHECK(limits_argument(limits) == "1:2:3:4:5:6");
  CHECK(limits_argument(parse_limits_argument("1:2:3:4:5:6").value()) == "1:2:3:4:5:6");
  for (const auto* text : {"", "1:2:3", "1:2:3:4:5:x", "1:2:3:4:5:6:7"}) CHECK_FALSE(parse_limits_argument(text));
}

TEST_CASE("what cannot be read is told apart") {
  const platform::TemporaryFolder folder;
  const auto write = [&](const std::string& name, const std::string& bytes) {
    std::ofstream(folder.path() / name, std::ios::binary) << bytes;
    return folder.path() / name;
  };
  using namespace std::string_literals;
  CHECK(rejection_of(folder.path() / "none.txt") == Code::FileNotFound);
  CHECK(rejection_of(write("empty.pdf", "")) == Code::DocumentEmpty);
  CHECK(rejection_of(write("table.docx", zip_of({{"xl/workbook.xml", "<x/>"}}))) == Code::KindUnsupported);
  CHECK(rejection_of(write("zip.docx", zip_of({{"a.txt", "<x/>"}}))) == Code::KindUnsupported);
  CHECK(rejection_of(write("page.txt", "<!DOCTYPE html><html></html>")) == Code::KindUnsupported);
  CHECK(rejection_of(write("program.txt",
                           "\x7f"
                           "ELF\2\1\1\0\0\0\0"s)) == Code::KindUnsupported);
  CHECK(rejection_of(write("locked.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0') +
                                              "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s)) ==
        Code::DocumentEncrypted);
  CHECK(rejection_of(kFolder / "password.pdf") == Code::DocumentEncrypted);
  CHECK(rejection_of(write("one.bin", "\x01")) != Code{});
  ReadLimits limits;
  limits.pages = 2;
  CHECK(rejection_of(kFolder / "conclusions.pdf", limits) == Code::TooManyPages);
  limits.file_bytes = 1000;
  CHECK(rejection_of(kFolder / "conclusions.pdf", limits) == Code::FileTooLarge);
}

TEST_CASE("a wrong name does not hide what a file is") {
  const platform::TemporaryFolder folder;
  std::filesystem::copy_file(kFolder / "conclusions.pdf", folder.path() / "a.docx");
  std::filesystem::copy_file(kFolder / "decision.docx", folder.path() / "b.txt");
  CHECK(read(folder.path() / "a.docx").format == Format::Pdf);
  CHECK(read(folder.path() / "b.txt").format == Format::Docx);
}

TEST_CASE("a reading that takes too long ends in a rejection") {
  ReadLimits limits;
  limits.seconds = 1;
  const auto begin = std::chrono::steady_clock::now();
  const ReaderProgram endless{{"sh", "-c", "while :; do :; done"}};
  CHECK(read_document(kFolder / "conclusions.pdf", limits, endless).error().code == Code::ReadingTooSlow);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(8));
}

TEST_CASE("a reader that was taken over can say nothing but what readers say") {
  const auto answer = [](const std::string& script) {
    return read_document(kFolder / "conclusions.pdf", {}, {{"sh", "-c", script}});
  };
  CHECK(answer("echo '{\"rejection\":{\"code\":1103,\"for_log\":\"\"}}'").error().code == Code::DocumentCorrupt);
  CHECK(answer("echo nonsense").error().code == Code::DocumentCorrupt);
  CHECK(answer("kill -SEGV $$").error().code == Code::DocumentCorrupt);
  CHECK(answer("yes | head -c 400000000").error().code == Code::DocumentTooBig);
}
