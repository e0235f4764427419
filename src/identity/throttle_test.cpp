// SPDX-License-Identifier: Apache-2.0
#include "throttle.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace haidang;
using namespace haidang::identity;
using namespace std::chrono_literals;

namespace {

const Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2);

std::chrono::milliseconds wait_after(int failures, std::chrono::milliseconds since = 0ms) {
  return wait_at(Failures{failures, kNow - since}, kAccountThrottle, kNow);
}

}  // namespace

TEST_CASE("the first failures cost nothing, then every one doubles the wait") {
  CHECK(wait_at(std::nullopt, kAccountThrottle, kNow) == 0ms);
  CHECK(wait_after(3) == 0ms);
  CHECK(wait_after(4) == 2s);
  CHECK(wait_after(5) == 4s);
  CHECK(wait_after(8) == 32s);
  CHECK(wait_after(8, 30s) == 2s);
  CHECK(wait_after(8, 32s) == 0ms);
}

TEST_CASE("nobody waits longer than a quarter of an hour, and a quiet day forgets") {
  CHECK(wait_after(14) == 15min);
  CHECK(wait_after(2'000'000'000) == 15min);
  CHECK(wait_after(2'000'000'000, 15min) == 0ms);
  CHECK(failures_at(Failures{100, kNow - 24h}, kAccountThrottle, kNow) == 0);
  CHECK(failures_at(Failures{100, kNow - 23h}, kAccountThrottle, kNow) == 100);
}

TEST_CASE("a clock that was set back makes nobody wait longer") {
  CHECK(wait_at(Failures{20, kNow + 100h}, kAccountThrottle, kNow) == 15min);
}

TEST_CASE("waiting never grows with time and never shrinks with failures") {
  std::mt19937 random(17);
  for (int round = 0; round < 2000; ++round) {
    const int failures = static_cast<int>(random() % 40);
    const std::chrono::milliseconds since(random() % 2'000'000);
    CHECK(wait_after(failures, since) >= wait_after(failures, since + 1s));
    CHECK(wait_after(failures, since) <= wait_after(failures + 1, since));
  }
}
