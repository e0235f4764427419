// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "document_store.hpp"
#include "documents/source.hpp"
#include "review/parts.hpp"

namespace haidang::review {

/// What the document's present reading found, from the file store. Rejects DocumentNotReadYet.
Result<documents::SourceDocument> load_source(const Parts&, db::Read&, TenantId, const DocumentRow&);

}  // namespace haidang::review
