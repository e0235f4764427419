// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace haidang::http {

/// A request target taken apart and decoded: UTF-8 in NFC, no NUL.
struct Target {
  std::string path;
  std::map<std::string, std::string> query;
};

/// "/api/documents?q=x%20y", also with a scheme and host before it. Rejects RequestMalformed: a bad escape, a NUL, text
/// that is not UTF-8.
Result<Target> parse_target(std::string_view);

}  // namespace haidang::http
