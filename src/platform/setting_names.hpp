// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace haidang::platform {

/// The name that a misspelt one probably means: the one with the fewest letters to change; "" when there is none.
std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names);

}  // namespace haidang::platform
