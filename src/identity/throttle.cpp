// SPDX-License-Identifier: Apache-2.0
#include "throttle.hpp"

#include <algorithm>

namespace haidang::identity {

int failures_at(const std::optional<Failures>& failures, const ThrottleRule& rule, Instant now) {
  return failures && now - failures->last < rule.forgotten_after ? failures->count : 0;
}

std::chrono::milliseconds wait_at(const std::optional<Failures>& failures, const ThrottleRule& rule, Instant now) {
  using std::chrono::milliseconds;
  const int beyond = failures_at(failures, rule, now) - rule.free_failures;
  if (beyond < 0) return milliseconds(0);
  const auto doubled = rule.first_wait * (std::int64_t{1} << std::min(beyond, 30));
  const milliseconds wait = std::min<std::chrono::seconds>(doubled, rule.longest_wait);
  // A clock that was set back must not make anybody wait longer than the rule says.
  const auto since = std::max<milliseconds>(now - failures->last, milliseconds(0));
  return std::max<milliseconds>(wait - since, milliseconds(0));
}

}  // namespace haidang::identity
