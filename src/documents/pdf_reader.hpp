// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "documents/source.hpp"

namespace haidang::documents {

/// Reads a PDF with poppler's programs, as children of this process; pages without text are recognised from their
/// picture. Rejects DocumentCorrupt, DocumentEncrypted, TooManyPages, ReadingTooSlow, NoTextFound, ReaderMissing.
Result<SourceDocument> read_pdf(const std::filesystem::path&, const ReadLimits&);

}  // namespace haidang::documents
