// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/id.hpp"
#include "base/time.hpp"

namespace haidang::platform {

/// A positive 63-bit number that rises with time: 42 bits of milliseconds since 2020, 21 random bits. Two programs may
/// make ids at once without asking each other; a clash (the same millisecond and the same bits) is refused by the
/// primary key and tried again.
std::int64_t new_id_number(Instant now);

template <class AnyId>
AnyId new_id(Instant now) {
  return AnyId(new_id_number(now));
}

}  // namespace haidang::platform
