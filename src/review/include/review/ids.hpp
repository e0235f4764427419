// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/actor.hpp"

namespace haidang::review {

using DocumentId = Id<struct DocumentTag>;
using ItemId = Id<struct ReviewItemTag>;
using CommandId = Id<struct ReviewCommandTag>;

}  // namespace haidang::review
