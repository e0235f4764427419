// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <source_location>
#include <stdexcept>
#include <string>

namespace haidang {

/// A broken promise of our own code. Caught at the edge (command, route, job); the process lives on.
class Bug : public std::logic_error {
  using std::logic_error::logic_error;
};

/// Stops the current request with `Bug` when a promise that our own code makes does not hold.
inline void ensure(bool holds, const char* promise,
                   std::source_location where = std::source_location::current()) {
  if (!holds)
    throw Bug(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": broken promise: " + promise);
}

}  // namespace haidang
