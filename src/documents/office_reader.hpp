// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "documents/source.hpp"

namespace haidang::documents {

/// Reads .odt, .doc and .rtf by letting LibreOffice save them as .docx. `kind` names the file in messages.
/// Rejects OldFormatNeedsOffice (not installed), DocumentCorrupt, DocumentEncrypted, ReadingTooSlow, and what reading a
/// .docx rejects.
Result<SourceDocument> read_office(const std::filesystem::path&, Format, const std::string& kind, const ReadLimits&);

}  // namespace haidang::documents
