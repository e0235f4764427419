// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "base/json.hpp"

namespace haidang::documents {

/// How a reading child says why there is no document: {"rejection": {"code", "parameters", "for_log"}}.
json::Value rejection_to_json(const Rejection&);
/// Nothing when the value is no rejection, or one that no reader gives.
std::optional<Rejection> rejection_from_json(const json::Value&);

}  // namespace haidang::documents
