// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calendar/explanation.hpp"
#include "calendar/projection.hpp"

namespace haidang::calendar {

struct Pause {
  LocalMinute from;
  std::optional<LocalMinute> to;  ///< absent: still going on
  PauseReason reason = PauseReason::Other;
  std::string note;
};

struct Restart {
  LocalMinute at;
  std::string note;
};

struct Extension {
  LocalMinute granted_at;
  ExtensionTerms terms;
  std::string note;
};

/// One matter with a deadline: the rule it began under and what has happened since, in any order.
struct DeadlineCase {
  std::string name;
  DeadlineRule rule;
  std::shared_ptr<const Calendar> calendar;  // shared: a million cases, one calendar, many threads
  LocalMinute start;
  std::vector<Pause> pauses;
  std::vector<Restart> restarts;
  std::vector<Extension> extensions;
  std::optional<LocalMinute> finished_at;
  std::optional<LocalMinute> as_of;  ///< absent: the latest moment that the case names
};

enum class DeadlineState { Running, Paused, Finished, Late };

/// Something the reader should know; the number stands for its sentence, as with rejections.
enum class WarningKind {
  HorizonPassed,
  BeforeCalendar,
  UnverifiedHours,
  UnverifiedDay,
  UnverifiedRule,
  PauseReasonNotCounted,
  PauseAfterDue,
  PauseWithoutEffect,
  RestartAfterDue,
  DueOnDayOff,
  DueBeforeStart,
  ExtensionNoticeLate,
  Provisional
};
struct Warning {
  WarningKind kind;
  std::vector<std::pair<std::string, std::string>> parameters;
};
std::string_view warning_key(WarningKind);  ///< "horizon_passed"
std::string warning_text(const Warning&, Language);

/// Everything is derived from the case; none of it needs to be stored.
struct Deadline {
  LocalMinute due;
  std::optional<LocalMinute> due_before_extension;
  bool provisional = false;  ///< the clock stands still; `due` holds if it went on at `as_of`
  LocalMinute as_of;
  DeadlineState state = DeadlineState::Running;
  std::optional<bool> on_time;  ///< of a finished case: finished ≤ due
  std::int64_t consumed_minutes = 0;
  std::int64_t remaining_minutes = 0;  ///< working minutes to the deadline; negative: working minutes since
  int minutes_per_day = 480;           ///< for words: how long a working day is
  std::vector<Step> steps;
  std::vector<Warning> warnings;
};

/// Rejects DeadlineDateOutside, DeadlineBeyondCalendar, RuleNotInForce, PauseReversed, PauseBeforeStart,
/// RestartBeforeStart, FinishedBeforeStart, SecondExtension, ExtensionNotAllowed, ExtensionTooLong, ExtensionNotLater,
/// ExtensionAfterDue.
Result<Deadline> compute(const DeadlineCase&);

/// "2 ngày làm việc 3 giờ", "2 working days 3 hours"; a negative amount is written without its sign.
std::string duration_text(std::int64_t working_minutes, int minutes_per_day, Language);
/// "còn 2 ngày làm việc", "quá hạn 3 giờ", "vừa hết hạn".
std::string remaining_text(const Deadline&, Language);
std::string_view state_key(DeadlineState);  ///< "running", "paused", "finished", "late"
std::string state_text(DeadlineState, Language);

}  // namespace haidang::calendar
