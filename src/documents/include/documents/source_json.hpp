// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/json.hpp"
#include "documents/source.hpp"

namespace haidang::documents {

/// The form in which a reading child hands over what it read. Fields that have their usual value are left out.
json::Value to_json(const SourceDocument&);
/// Rejects JsonFieldMissing, JsonFieldInvalid, JsonUnknownField.
Result<SourceDocument> source_from_json(const json::Value&);

}  // namespace haidang::documents
