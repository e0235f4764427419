// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdexcept>
#include <string>

namespace haidang {

/// A broken promise of our own code. Caught at the edge (command, route, job); the process lives on.
class Bug : public std::logic_error {
  using std::logic_error::logic_error;
};

/// Stops the current request with `Bug` when a promise that our own code makes does not hold.
/// The place is filled in by the compiler (std::source_location is missing in clang 14, which builds the fuzzers).
inline void ensure(bool holds, const char* promise, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (!holds) throw Bug(std::string(file) + ":" + std::to_string(line) + ": broken promise: " + promise);
}

}  // namespace haidang
