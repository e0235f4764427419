// SPDX-License-Identifier: Apache-2.0
#include "deadlines.hpp"

#include <algorithm>

namespace haidang::http {

void Deadlines::arm(Timed& timed, Clock::time_point deadline) {
  timed.unlink();
  timed.deadline_ = deadline;
  // One tick later, so that a slot is only looked at when all its deadlines have passed.
  const auto farthest = last_ + static_cast<std::int64_t>(kSlots) - 1;
  const auto tick = std::clamp(tick_of(deadline) + 1, last_ + 1, farthest);
  slots_[static_cast<std::size_t>(tick) % kSlots].push_back(timed);
}

void Deadlines::advance(Clock::time_point now) {
  const auto until = tick_of(now);
  last_ = std::max(last_, until - static_cast<std::int64_t>(kSlots));
  while (last_ < until) {
    ++last_;
    Slot due;
    due.swap(slots_[static_cast<std::size_t>(last_) % kSlots]);
    while (!due.empty()) {
      Timed& timed = due.front();
      timed.unlink();
      if (timed.deadline_ > now) {
        arm(timed, timed.deadline_);
      } else {
        timed.deadline_passed();
      }
    }
  }
}

}  // namespace haidang::http
