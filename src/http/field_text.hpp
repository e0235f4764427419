// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the values of header fields are made of. ASCII only, as HTTP has it.
namespace haidang::http {

bool equal_ignoring_case(std::string_view, std::string_view);
std::string_view trim(std::string_view);  ///< spaces and tabs
/// The parts between separators, trimmed, empty ones left out.
std::vector<std::string_view> split(std::string_view, char separator);
/// Whether a comma-separated list names a token: `names_token("gzip, br", "gzip")`. Parameters (";q=0.5") do not count.
bool names_token(std::string_view list, std::string_view token);
/// The weight of a token in Accept-Encoding and the like, in thousandths: 1000 when it has none, 0 when it is not
/// listed.
int weight_of(std::string_view list, std::string_view token);
/// Digits only, no sign, at most 18 of them; -1 otherwise.
std::int64_t parse_whole(std::string_view);
std::string size_text(std::uint64_t bytes);  ///< "64 MB", "16 kB", "1000 byte"

}  // namespace haidang::http
