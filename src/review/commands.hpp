// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "item_store.hpp"
#include "review/parts.hpp"

namespace haidang::review {

/// Carries out a command on a review: decides, stores, records, tells those who listen.
/// Rejects DocumentNotFound, DocumentNotReadYet, ReviewClosed, and what `decide` rejects.
Result<api::ReviewChanged> carry_out(const Parts&, const Context&, DocumentId, const api::ReviewCommand&);

/// The review as a person sees it. Rejects DocumentNotFound, DocumentNotReadYet.
Result<api::Review> show_review(const Parts&, const Context&, DocumentId);

/// The item as it stands now, for the answer to a command that came too late.
std::optional<api::ReviewItem> show_item(const Parts&, const Context&, DocumentId, ItemId);

}  // namespace haidang::review
