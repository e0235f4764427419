// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>

#include "base/time.hpp"

namespace haidang::platform {

/// The only source of time. Passed to the edges (routes, jobs, commands); rules are given an Instant.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
  LocalDate today() const { return date_of(to_vietnam(now())); }
};

/// The machine's clock, moved by a fixed span: `--today 2022-07-01` runs the program on a training date, and time still
/// passes.
class SystemClock : public Clock {
 public:
  explicit SystemClock(std::chrono::milliseconds shift = {}) : shift_(shift) {}
  static SystemClock on(LocalDate today);
  Instant now() const override;

 private:
  std::chrono::milliseconds shift_;
};

/// For tests.
class FixedClock : public Clock {
 public:
  explicit FixedClock(Instant now) : now_(now) {}
  Instant now() const override { return now_.load(); }
  void advance(std::chrono::milliseconds by) { now_ = now_.load() + by; }

 private:
  std::atomic<Instant> now_;
};

}  // namespace haidang::platform
