// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "http/assets.hpp"

namespace haidang::app {

/// The pages that were built into the program, or nullptr in a build without them.
const http::Assets* web_assets();

}  // namespace haidang::app
