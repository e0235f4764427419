// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace haidang::http {

std::string gzip(std::string_view);

}  // namespace haidang::http
