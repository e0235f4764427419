// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace haidang::directives {

/// How many columns a terminal needs for NFC text: marks need none, wide East Asian letters two.
std::size_t display_width(std::string_view);

/// Control characters become spaces, so that text from a stranger cannot steer the terminal.
std::string without_controls(std::string_view);

/// Lines of at most `width` columns, broken at spaces; a longer word is cut. At least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// `text` and as many spaces as it lacks.
std::string padded(std::string_view text, std::size_t width);

}  // namespace haidang::directives
