// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "review/ids.hpp"
#include "review/parts.hpp"

namespace haidang::review {

/// Topics of events: one document, and the list of a tenant. Their data name nothing but the document; who listens asks
/// again with their own permissions.
std::string topic_of(TenantId, DocumentId);
std::string topic_of_list(TenantId);

/// Tells both topics after the commit.
void announce(const Parts&, db::Write&, TenantId, DocumentId, std::string_view event);

/// The subject of a document's events in the journal.
std::string subject_of(DocumentId);

}  // namespace haidang::review
