// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "documents/source.hpp"

namespace haidang::documents {

/// Reads a .docx in this process. Rejects DocumentCorrupt, DocumentEncrypted, UnpackedTooLarge, DocumentTooBig,
/// DocumentEmpty.
Result<SourceDocument> read_docx(std::string_view bytes, const ReadLimits& = {});

}  // namespace haidang::documents
