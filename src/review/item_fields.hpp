// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "decide.hpp"

namespace haidang::review {

enum class Confirmed { No, Yes };

/// The content with the fields that a person set. What a person set is sure. Rejects as `decide` does.
Result<ItemContent> with_fields(ItemContent, const api::ItemFields&, Confirmed, const Situation&, const Deciding&);

}  // namespace haidang::review
