// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "base/result.hpp"

namespace haidang::documents {

/// What a file is by its content, whatever its name says.
enum class Kind { Text, Docx, Odt, Doc, Rtf, Pdf, Picture };

/// Rejects DocumentEmpty, NotADocument, KindUnsupported (a spreadsheet, a web page …), DocumentEncrypted (an office
/// file behind a password), DocumentCorrupt (a zip archive whose directory is lost).
Result<Kind> find_kind(std::string_view bytes);

/// As far as the bytes tell without anything being opened, for the edge that takes uploads: an archive is what the
/// names in it say, and whether it is whole is found when it is read. Rejects as `find_kind`.
Result<Kind> guess_kind(std::string_view bytes);

/// Whether nothing but text decoding is needed to read it; looks at the first bytes only and opens nothing.
bool is_plain_text(std::string_view bytes);

/// "PDF", ".docx" … for messages, by the first bytes.
std::string_view name_by_signature(std::string_view bytes);

}  // namespace haidang::documents
