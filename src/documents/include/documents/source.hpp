// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace haidang::documents {

/// Points (1/72 inch) from the top left corner of the page.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// Where a piece of text stands in its source, so that a screen can highlight it.
struct Place {
  int page = 0;            ///< from 1; 0 where the format has no pages (text, .docx)
  std::optional<Box> box;  ///< PDF and scans
  std::size_t begin = 0;   ///< code points in SourceDocument::text, begin inclusive,
  std::size_t end = 0;     ///< end exclusive
};

/// One printed line (text file, PDF, scan), or one whole paragraph (word-processor file).
struct Line {
  std::string text;  ///< NFC, single spaces, trimmed; an automatic number stands in front: "a) Rà soát …"
  Place place;
  bool whole_paragraph = false;  ///< true: a paragraph; false: a line that may go on in the next one
  bool blank_before = false;     ///< an empty line, or clearly more space than usual, stands above
  bool bold = false, italic = false, centred = false;
  double indent = 0;      ///< points from the left edge of the text area; text files: columns × 6
  double confidence = 1;  ///< OCR: mean word confidence, 0 to 1
};

/// A position of a table's grid. A merged cell stands at its first position; at the others `origin_*` points to it
/// and `lines` is empty.
struct Cell {
  std::vector<Line> lines;
  int origin_row = 0, origin_column = 0;
};

struct Table {
  Place place;
  bool ruled = true;                    ///< false: a layout table without borders (letter head, signature block)
  std::vector<std::vector<Cell>> rows;  ///< every row has the same number of positions
};

using Block = std::variant<Line, Table>;

enum class Format { Text, Docx, Odt, Doc, Pdf, ScannedPdf, Image };
std::string_view name_of(Format);

struct Page {
  double width = 0, height = 0;  ///< points
  int rotation = 0;              ///< degrees clockwise by which the scan had to be turned to read it: 0, 90, 180, 270
};

/// A document as read, before its parts are understood: the text in reading order with the places of all pieces.
/// Page numbers and running headers are left out of `blocks`; letter heads and signature blocks in two columns come
/// column by column, the left one first.
struct SourceDocument {
  Format format = Format::Text;
  std::string text;  ///< the lines of all blocks in order, each ended by \n (cells of a row too); Place counts in it
  std::vector<Block> blocks;
  std::vector<Page> pages;           ///< empty where the format has none
  double confidence = 1;             ///< OCR: mean over the words
  std::vector<std::string> remarks;  ///< keys of what a person should know: "tracked-changes-accepted", "ocr",
                                     ///< "rotated-page", "encoding:TCVN3"
};

/// The program that opens a file in a child process: by default this one, called as `haidang read-source FILE`.
struct ReaderProgram {
  std::vector<std::string> arguments{"/proc/self/exe", "read-source"};
};

struct ReadLimits {
  std::size_t file_bytes = std::size_t{100} << 20;
  int pages = 300;
  int seconds = 120;
  std::size_t memory_bytes = std::size_t{1} << 30;
  std::size_t unpacked_bytes = std::size_t{200} << 20;  ///< of a zip archive, all parts together
  std::size_t text_bytes = std::size_t{20} << 20;
};

/// Reads any supported file; the kind is found from its content, not its name. The file is opened in a child process.
/// Rejects FileNotFound, FileTooLarge, and the 13xx codes of the catalogue (corrupt, encrypted, empty, not a document,
/// too many pages, too slow, a program that is missing).
Result<SourceDocument> read_document(const std::filesystem::path&, const ReadLimits& = {}, const ReaderProgram& = {});

/// The child's side: reads FILE in this process, prints the SourceDocument (or the rejection) as JSON, returns the exit
/// code.
int run_reader(const std::filesystem::path& file, const ReadLimits&);

/// The same without a child process, for text that is already in memory (the fuzzers, the benchmark, pasted text).
Result<SourceDocument> read_text(std::string_view bytes);

}  // namespace haidang::documents
