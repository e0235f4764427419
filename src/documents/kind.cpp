// SPDX-License-Identifier: Apache-2.0
#include "documents/kind.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "archive.hpp"
#include "base/encoding.hpp"
#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  Kind kind;
  std::string_view name;
};

constexpr std::array kSignatures{Signature{"\x89PNG\r\n\x1a\n"sv, Kind::Picture, "PNG"},
                                 Signature{"\xff\xd8\xff"sv, Kind::Picture, "JPEG"},
                                 Signature{"II*\0"sv, Kind::Picture, "TIFF"},
                                 Signature{"MM\0*"sv, Kind::Picture, "TIFF"},
                                 Signature{"{\\rtf"sv, Kind::Rtf, ".rtf"},
                                 Signature{"%PDF-"sv, Kind::Pdf, "PDF"}};

constexpr std::string_view kZip = "PK\x03\x04"sv, kEmptyZip = "PK\x05\x06"sv;

struct Other {
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array kUnsupported{Other{"GIF8"sv, "ảnh GIF"},
                                  Other{"RIFF"sv, "ảnh WebP hoặc âm thanh"},
                                  Other{"Rar!"sv, "tệp nén RAR"},
                                  Other{"7z\xbc\xaf\x27\x1c"sv, "tệp nén 7z"},
                                  Other{"\x1f\x8b"sv, "tệp nén gzip"},
                                  Other{"\x7f"
                                        "ELF"sv,
                                        "chương trình máy tính"}};

/// Parts that tell what a zip archive is.
constexpr std::array kZipKinds{std::pair{"xl/workbook.xml", "bảng tính Excel"},
                               std::pair{"ppt/presentation.xml", "bản trình chiếu PowerPoint"}};

constexpr std::string_view kOle = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;
constexpr std::size_t kPdfHeaderWithin = 1024;

tl::unexpected<Rejection> unsupported(std::string_view name) {
  return reject(Code::KindUnsupported, {{"kind", std::string(name)}});
}

/// Names inside an OLE2 file are UTF-16; the directory entries say what it holds.
bool ole_has(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return bytes.find(wide) != std::string_view::npos;
}

/// The Word stream usually is the first one, right after the header sector; a bit of its own header says "encrypted".
bool has_locked_word_stream(std::string_view bytes) {
  constexpr std::size_t kStream = 512, kFlags = kStream + 11;
  return bytes.size() > kFlags && bytes.substr(kStream, 2) == "\xec\xa5"sv && (bytes[kFlags] & 1) != 0;
}

Result<Kind> kind_of_ole(std::string_view bytes) {
  if (ole_has(bytes, "EncryptedPackage")) return reject(Code::DocumentEncrypted, {{"kind", "Office"}});
  if (ole_has(bytes, "WordDocument")) {
    if (has_locked_word_stream(bytes)) return reject(Code::DocumentEncrypted, {{"kind", ".doc"}});
    return Kind::Doc;
  }
  if (ole_has(bytes, "Workbook")) return unsupported("bảng tính Excel cũ (.xls)");
  if (ole_has(bytes, "PowerPoint")) return unsupported("bản trình chiếu PowerPoint cũ (.ppt)");
  return reject(Code::NotADocument);
}

Result<Kind> kind_of_odt(Archive& archive) {
  const auto manifest = archive.read("META-INF/manifest.xml");
  const bool locked = manifest && manifest->find("encryption-data") != std::string::npos;
  if (locked) return reject(Code::DocumentEncrypted, {{"kind", ".odt"}});
  return Kind::Odt;
}

Result<Kind> kind_of_zip(std::string_view bytes) {
  auto archive = Archive::open(bytes, ".docx", {});
  if (!archive) return pass_on(archive);
  if (archive->has("mimetype")) {
    const auto type = archive->read("mimetype");
    if (type && type->starts_with("application/vnd.oasis.opendocument.text")) return kind_of_odt(*archive);
    if (type && type->starts_with("application/vnd.oasis.opendocument"))
      return unsupported("bảng tính hoặc trình chiếu OpenDocument");
  }
  for (const auto& [part, name] : kZipKinds)
    if (archive->has(part)) return unsupported(name);
  if (archive->has("word/document.xml") || archive->has("[Content_Types].xml")) return Kind::Docx;
  return unsupported("tệp nén .zip");
}

bool looks_like_web_page(std::string_view bytes) {
  std::string start(bytes.substr(0, 512));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto first = start.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  const std::string_view text = std::string_view(start).substr(first == std::string::npos ? start.size() : first);
  return text.starts_with("<!doctype html") || text.starts_with("<html") || text.starts_with("mime-version:");
}

/// UTF-16 text is full of zero bytes; any other text has none.
bool looks_like_text(std::string_view bytes) {
  const auto start = bytes.substr(0, 65'536);
  const bool wide = start.starts_with("\xff\xfe"sv) || start.starts_with("\xfe\xff"sv);
  const auto zeros = std::count(start.begin(), start.end(), '\0');
  if (wide || zeros * 4 > static_cast<long>(start.size())) return true;
  const auto controls = std::count_if(start.begin(), start.end(), [](char c) { return c >= 0 && c < 9; });
  return controls * 100 <= static_cast<long>(start.size());
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with(kZip) || bytes.starts_with(kEmptyZip);
}

/// Mail gateways put lines in front of a PDF; its readers look for the header in the first kilobyte.
bool has_late_pdf_header(std::string_view bytes) {
  return bytes.substr(0, kPdfHeaderWithin).find("\n%PDF-1.") != std::string_view::npos;
}

/// The names of an archive's parts stand in it as they are; the type of an OpenDocument file does, too.
Result<Kind> guess_kind_of_zip(std::string_view bytes) {
  const auto has = [bytes](std::string_view words) { return bytes.find(words) != std::string_view::npos; };
  if (has("mimetypeapplication/vnd.oasis.opendocument.text")) return Kind::Odt;
  if (has("mimetypeapplication/vnd.oasis.opendocument")) return unsupported("bảng tính hoặc trình chiếu OpenDocument");
  for (const auto& [part, name] : kZipKinds)
    if (has(part)) return unsupported(name);
  if (has("word/document.xml") || has("[Content_Types].xml")) return Kind::Docx;
  return unsupported("tệp nén .zip");
}

Result<Kind> kind_by_bytes(std::string_view bytes, Result<Kind> (*kind_of_archive)(std::string_view)) {
  if (bytes.empty()) return reject(Code::DocumentEmpty);
  for (const auto& each : kSignatures)
    if (bytes.starts_with(each.bytes)) return each.kind;
  if (has_late_pdf_header(bytes)) return Kind::Pdf;
  if (is_zip(bytes)) return kind_of_archive(bytes);
  if (bytes.starts_with(kOle)) return kind_of_ole(bytes);
  for (const auto& [signature, name] : kUnsupported)
    if (bytes.starts_with(signature)) return unsupported(name);
  if (looks_like_web_page(bytes)) return unsupported("trang web (.html)");
  if (!looks_like_text(bytes)) return reject(Code::NotADocument);
  return Kind::Text;
}

}  // namespace

bool is_plain_text(std::string_view bytes) {
  const auto begins = [&](const auto& each) { return bytes.starts_with(each.bytes); };
  return std::none_of(kSignatures.begin(), kSignatures.end(), begins) &&
         std::none_of(kUnsupported.begin(), kUnsupported.end(), begins) && !is_zip(bytes) && !bytes.starts_with(kOle) &&
         !has_late_pdf_header(bytes) && !looks_like_web_page(bytes) && looks_like_text(bytes);
}

std::string_view name_by_signature(std::string_view bytes) {
  for (const auto& each : kSignatures)
    if (bytes.starts_with(each.bytes)) return each.name;
  if (is_zip(bytes)) return ".docx";
  return bytes.starts_with(kOle) ? ".doc" : "";
}

Result<Kind> find_kind(std::string_view bytes) {
  return kind_by_bytes(bytes, kind_of_zip);
}

Result<Kind> guess_kind(std::string_view bytes) {
  return kind_by_bytes(bytes, guess_kind_of_zip);
}

}  // namespace haidang::documents
