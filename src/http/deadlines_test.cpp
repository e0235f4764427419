// SPDX-License-Identifier: Apache-2.0
#include "deadlines.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <random>
#include <vector>

namespace haidang::http {
namespace {

using std::chrono::milliseconds;

struct Alarm : Timed {
  void deadline_passed() override { ++rung, rung_at = *now; }
  const Clock::time_point* now = nullptr;
  Clock::time_point due{}, rung_at{};
  int rung = 0;
};

}  // namespace

TEST_CASE("every deadline is told once, never early, and at most two ticks late") {
  std::mt19937 random(7);
  const Clock::time_point start(std::chrono::hours(5));
  Clock::time_point now = start;
  Deadlines deadlines(start);
  std::vector<std::unique_ptr<Alarm>> alarms;
  for (int i = 0; i < 500; ++i) {
    auto& alarm = *alarms.emplace_back(std::make_unique<Alarm>());
    alarm.now = &now;
    deadlines.arm(alarm, start + milliseconds(random() % 300'000));
    alarm.due = start + milliseconds(1 + random() % 300'000);
    deadlines.arm(alarm, alarm.due);  // set anew: the last one counts
  }
  for (int tick = 0; tick < 6200; ++tick) deadlines.advance(now += Deadlines::kTick);
  for (const auto& alarm : alarms) {
    CHECK(alarm->rung == 1);
    CHECK(alarm->rung_at >= alarm->due);
    CHECK(alarm->rung_at <= alarm->due + 2 * Deadlines::kTick);
  }
}

TEST_CASE("a deadline taken back, or of something gone, is not told") {
  Clock::time_point now(std::chrono::hours(1));
  Deadlines deadlines(now);
  Alarm kept;
  kept.now = &now;
  deadlines.arm(kept, now + milliseconds(100));
  deadlines.disarm(kept);
  {
    Alarm gone;
    deadlines.arm(gone, now + milliseconds(100));
  }
  deadlines.advance(now += std::chrono::hours(1));
  CHECK(kept.rung == 0);
}

TEST_CASE("deadlines are told after the machine slept") {
  Clock::time_point now(std::chrono::hours(1));
  Deadlines deadlines(now);
  Alarm alarm;
  alarm.now = &now;
  deadlines.arm(alarm, now + std::chrono::seconds(30));
  deadlines.advance(now += std::chrono::hours(8));
  CHECK(alarm.rung == 1);
}

}  // namespace haidang::http
