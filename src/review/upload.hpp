// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "document_store.hpp"
#include "review/parts.hpp"

namespace haidang::review {

struct Upload {
  std::string file_name;  ///< as the browser gives it, perhaps with folders
  OrganisationId organisation{0};
  std::filesystem::path content;
};

/// The last part of a file name, as it is shown and given back: NFC, no control characters, at most 200 code points.
/// Rejects UploadNameMissing.
Result<std::string> shown_name(std::string_view file_name);

/// Takes a file in: kept by its content, a row, a job that will read it. Rejects UploadNameMissing,
/// UploadNotPermittedThere, FileTooLarge, DocumentEmpty, NotADocument, KindUnsupported, DocumentEncrypted,
/// DocumentAlreadyThere (with the id of the document that is there).
Result<DocumentRow> take_upload(const Parts&, const Context&, const Upload&);

/// Reads a document anew. Rejects DocumentNotFound, ReadingUnderWay, ReviewClosed (a plan is saved), ReviewStarted.
Result<DocumentRow> read_again(const Parts&, const Context&, DocumentId, const api::ReadAgain&);

/// Takes a document out of the lists; the file and its history stay. Rejects DocumentNotFound, DocumentHasPlan.
Result<db::Done> withdraw(const Parts&, const Context&, DocumentId);

}  // namespace haidang::review
