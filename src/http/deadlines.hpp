// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <boost/intrusive/list.hpp>
#include <chrono>

namespace haidang::http {

using Clock = std::chrono::steady_clock;

/// Something that may run out of time. It leaves its wheel when it is destroyed.
class Timed : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  virtual ~Timed() = default;
  virtual void deadline_passed() = 0;

 private:
  friend class Deadlines;
  Clock::time_point deadline_{};
};

/// One coarse wheel for all connections: setting a deadline moves a link, and a tick looks at one slot. Deadlines are
/// points in time, not spans since the last byte, so a client that drips cannot renew them.
/// Belongs to the network thread.
class Deadlines {
 public:
  static constexpr std::chrono::milliseconds kTick{50};

  explicit Deadlines(Clock::time_point now) : last_(tick_of(now)) {}
  void arm(Timed&, Clock::time_point deadline);
  void disarm(Timed& timed) { timed.unlink(); }
  void advance(Clock::time_point now);  ///< calls `deadline_passed` of those that are due

 private:
  using Slot = boost::intrusive::list<Timed, boost::intrusive::constant_time_size<false>>;
  static constexpr std::size_t kSlots = 2048;  ///< 102 s; what lies farther goes round again
  static std::int64_t tick_of(Clock::time_point at) { return at.time_since_epoch() / kTick; }

  std::array<Slot, kSlots> slots_;
  std::int64_t last_;  ///< the tick up to which all was looked at
};

}  // namespace haidang::http
