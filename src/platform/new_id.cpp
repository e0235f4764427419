// SPDX-License-Identifier: Apache-2.0
#include "platform/new_id.hpp"

#include <sys/random.h>

#include "base/ensure.hpp"

namespace haidang::platform {

std::int64_t new_id_number(Instant now) {
  constexpr Instant kEpoch = std::chrono::sys_days(std::chrono::year(2020) / 1 / 1);
  std::uint32_t random = 0;
  ensure(getrandom(&random, sizeof random, 0) == sizeof random, "the kernel gives random bytes");
  const auto since = std::max<std::int64_t>((now - kEpoch).count(), 1);
  return (since << 21) | (random & 0x1FFFFF);
}

}  // namespace haidang::platform
