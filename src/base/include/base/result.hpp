// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "base/rejection.hpp"

namespace haidang {

/// A value, or the rejection that says why there is none. Faults of the machine are exceptions, not results.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Rejection> {
 public:
  using tl::expected<T, Rejection>::expected;
};

/// `return reject(Code::DateUnreadable, {{"text", text}});`
[[nodiscard]] inline tl::unexpected<Rejection> reject(Code code,
                                                      std::vector<std::pair<std::string, std::string>> parameters = {},
                                                      std::string for_log = {}) {
  return tl::unexpected<Rejection>(Rejection{code, std::move(parameters), std::move(for_log)});
}

/// Passes on the rejection of another result: `if (!x) return pass_on(x);`
template <class T>
[[nodiscard]] tl::unexpected<Rejection> pass_on(const Result<T>& result) {
  return tl::unexpected<Rejection>(result.error());
}

}  // namespace haidang
