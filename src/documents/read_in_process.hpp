// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string_view>

#include "documents/source.hpp"

namespace haidang::documents {

/// Reads a document of any kind in this process (and children of its own for PDF, pictures and old formats).
Result<SourceDocument> read_in_process(std::string_view bytes, const std::filesystem::path& file, const ReadLimits&);

}  // namespace haidang::documents
