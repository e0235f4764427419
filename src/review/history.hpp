// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "document_store.hpp"
#include "review/parts.hpp"

namespace haidang::review {

/// What happened to a document, from the journal, the newest first. Rejects DocumentNotFound.
Result<api::DocumentHistory> show_history(const Parts&, const Context&, DocumentId);

}  // namespace haidang::review
