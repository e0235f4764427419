// SPDX-License-Identifier: Apache-2.0
#include "read_in_process.hpp"

#include "documents/kind.hpp"
#include "docx_reader.hpp"
#include "office_reader.hpp"
#include "pdf_reader.hpp"
#include "scan_reader.hpp"

namespace haidang::documents {

Result<SourceDocument> read_in_process(std::string_view bytes, const std::filesystem::path& file,
                                       const ReadLimits& limits) {
  const auto kind = find_kind(bytes);
  if (!kind) return pass_on(kind);
  switch (*kind) {
    case Kind::Text:
      return read_text(bytes);
    case Kind::Docx:
      return read_docx(bytes, limits);
    case Kind::Pdf:
      return read_pdf(file, limits);
    case Kind::Odt:
      return read_office(file, Format::Odt, ".odt", limits);
    case Kind::Doc:
      return read_office(file, Format::Doc, ".doc", limits);
    case Kind::Rtf:
      return read_office(file, Format::Doc, ".rtf", limits);
    case Kind::Picture:
      return read_picture_file(bytes, limits);
  }
  return reject(Code::NotADocument);
}

}  // namespace haidang::documents
