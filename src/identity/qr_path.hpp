// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "api_types.hpp"

namespace haidang::identity {

/// A QR code as one SVG path: rows of dark squares, with the quiet zone of four squares that readers need.
QrPath qr_path(const std::string& text);

}  // namespace haidang::identity
