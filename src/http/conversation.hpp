// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

/// A connection without a socket, to the lending library: for tests and for the fuzzer.
namespace haidang::http::testing {

/// The statuses of the answers (without 100) to a client that sends these bytes, in pieces of a size, and then ends. A
/// -1 at the end when the server sent something else, or does not close.
std::vector<int> conversation(std::string_view bytes, std::size_t piece);

}  // namespace haidang::http::testing
