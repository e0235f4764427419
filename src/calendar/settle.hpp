// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "calendar/deadline.hpp"

namespace haidang::calendar {

/// A case's events in order, ready to be projected: the start after restarts, pauses merged, the extension checked.
struct SettledCase {
  LocalMinute start;
  LocalMinute as_of;
  std::optional<LocalMinute> restart_asked_at;  ///< the start is a restart: when the supplement was asked for
  std::vector<Interval> pauses;                 ///< sorted, disjoint, after the start
  std::vector<PauseReason> reasons;             ///< of each pause
  std::vector<std::string> notes;
  ExtensionTerms extension;
  bool stands_still = false;  ///< at `as_of` the clock does not run
  bool provisional = false;   ///< some pause has no end yet
  Projection projection;
  std::vector<Warning> warnings;

  Ledger ledger() const { return {start, pauses, extension}; }
};

/// Rejections: see `compute`.
Result<SettledCase> settle(const DeadlineCase&);

/// "16:40 ngày 7/4/2026", "16:40 on 7/4/2026".
std::string moment_text(LocalMinute, Language);

}  // namespace haidang::calendar
