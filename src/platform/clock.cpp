// SPDX-License-Identifier: Apache-2.0
#include "platform/clock.hpp"

namespace haidang::platform {
namespace {

Instant machine_now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace

SystemClock SystemClock::on(LocalDate today) {
  const auto days = days_between(date_of(to_vietnam(machine_now())), today);
  return SystemClock(std::chrono::hours(24) * days);
}

Instant SystemClock::now() const {
  return machine_now() + shift_;
}

}  // namespace haidang::platform
