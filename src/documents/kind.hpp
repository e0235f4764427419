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

}  // namespace haidang::documents
