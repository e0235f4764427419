// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "http/route.hpp"

namespace haidang::http {

/// Whether a request keeps to what its route declares. Rejects BodyTypeUnsupported (a JSON route given something else),
/// JsonFieldMissing and JsonFieldInvalid (query parameters, "?state").
std::optional<Rejection> broken_declaration(const Route&, const Request&);

}  // namespace haidang::http
