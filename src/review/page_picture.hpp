// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "document_store.hpp"
#include "review/parts.hpp"

namespace haidang::review {

struct PagePicture {
  std::filesystem::path path;
  std::string content_type;
};

/// The picture of a page of a PDF or a scan, as the file has it (not turned): drawn once by poppler in a child process,
/// then kept. Rejects DocumentNotFound, PageUnknown, PagePictureMissing.
Result<PagePicture> page_picture(const Parts&, const Context&, DocumentId, int page);

}  // namespace haidang::review
