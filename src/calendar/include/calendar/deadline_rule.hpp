// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/calendar_definition.hpp"

namespace haidang::calendar {

enum class BudgetKind { WorkingMinutes, WorkingDays, CalendarDays, SameDay, ByDate };

/// When counting begins.
enum class CountFrom {
  NextDay,  ///< the day of the event is not counted; the first counted day is the one after it
  SameDay,  ///< the day of the event is the first counted day
  Instant   ///< from the minute of the event; a working day is then `minutes_per_day` working minutes
};
/// What an event outside working hours means.
enum class OutsideHours { NextOpening, AsItIs };
/// The hour at which the last day of a budget of days ends.
enum class DueAt { Closing, EndOfDay, StartHour };
enum class Roll { NextWorkingDay, None };
enum class AfterSupplement { Restart, Shift };
enum class PauseReason { Supplement, FinancialObligation, ConsultedAgency, ForceMajeure, Other };

/// How much time is granted.
struct Budget {
  BudgetKind kind = BudgetKind::WorkingDays;
  std::int64_t amount = 0;     ///< minutes or days
  std::optional<int> cut_off;  ///< SameDay: minutes since midnight; later events belong to the next working day
  std::optional<int> minutes_after_cut_off;  ///< SameDay: of the next working day, that many minutes instead of all
  LocalDate date{};                          ///< ByDate
  std::optional<int> hour;                   ///< ByDate: minutes since midnight
  bool strictly_before = false;              ///< ByDate: the day itself is too late
};

/// The numbers of a rule: all that a projection reads.
struct RuleTerms {
  Budget budget;
  CountFrom count_from = CountFrom::NextDay;
  OutsideHours outside_hours = OutsideHours::NextOpening;
  DueAt due_at = DueAt::Closing;
  Roll roll = Roll::NextWorkingDay;
  AfterSupplement after_supplement = AfterSupplement::Restart;
  int minutes_per_day = 480;
};

/// Whether and how the deadline may be put off. Law knows one extension at most.
struct ExtensionLimit {
  bool allowed = true;
  std::optional<int> at_most_working_days;
  int notice_days = 0;  ///< the extension must be granted that many days before the deadline
};

/// A dated rule with its legal source. A case keeps the rule of the day on which it began.
struct DeadlineRule {
  std::string id;
  BilingualText name;
  std::optional<LocalDate> valid_from, valid_to;
  Source source;
  RuleTerms terms;
  bool has_budget = true;  ///< false: the rule only says how to count; the case brings the budget
  ExtensionLimit extension;
  /// Reasons that stop the clock; a pause for another reason is not counted. Empty: every reason stops it.
  std::vector<PauseReason> pausing_reasons;
};

bool is_in_force(const DeadlineRule&, LocalDate);

/// A file with a list of rules, {"format": "haidang-deadline-rules/1", "rules": […]}.
/// Rejects what base/json rejects, RuleContradictory, RuleSourceMissing, CalendarPeriodReversed.
Result<std::vector<DeadlineRule>> parse_rules(std::string_view json);

}  // namespace haidang::calendar
