// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.hpp"
#include "calendar/deadline_rule.hpp"
#include "calendar/projection.hpp"

namespace haidang::calendar {

/// One step of an explanation. The order of the kinds is the order in which a reader meets them.
enum class StepKind {
  Hours,          ///< weekdays and spans (valid from..to days, where seasonal)
  Received,       ///< `at`
  Restarted,      ///< `at`: counted anew from then; `other`: when the supplement was asked for
  StartMoved,     ///< `other` lies outside working hours → `at`
  Allowed,        ///< the budget and the rule's way of counting
  CutOffPassed,   ///< `at` is later than the cut-off hour
  FirstDay,       ///< `at`: first counted day
  DaysOff,        ///< `days` that are off though their weekday is worked
  DayHours,       ///< `days` (one) with hours of its own: a worked swap day, a half day
  Paused,         ///< `other` to `at`
  Counted,        ///< `at`: the last counted day
  WorkedUntil,    ///< `at`: the moment at which the budget of minutes is used up
  Rolled,         ///< `other` is a day off → `at`
  ExtendedBy,     ///< `amount` of `unit` → `at`
  ExtendedUntil,  ///< → `at`
  Due             ///< `at`
};

struct NamedDay {
  LocalDate date;
  DayKind kind = DayKind::DayOff;
  LocalDate partner{};
  BilingualText name;
};

/// Why a start was moved.
enum class MoveReason { BeforeOpening, Break, AfterClosing, DayOff };

/// Working days one after the other on which the clock ran for the same number of minutes.
struct WorkedStretch {
  LocalDate from, to;
  int days = 0;
  int minutes_each = 0;
};

/// A step with all that is needed to check it with pencil and paper; its sentence is made at the edge.
struct Step {
  StepKind kind;
  LocalMinute at{}, other{};
  std::int64_t amount = 0;
  BudgetKind unit = BudgetKind::WorkingMinutes;
  RuleTerms terms{};                           ///< Allowed
  MoveReason move = MoveReason::AfterClosing;  ///< StartMoved
  std::vector<WorkedStretch> stretches;        ///< WorkedUntil: they add up to the budget
  std::array<bool, 7> weekdays{};              ///< Hours
  std::optional<LocalDate> valid_from, valid_to;
  bool still_open = false;            ///< Restarted, Paused: the end is not known; `at` is the moment of the question
  bool counts_as_working_day = true;  ///< Hours, DayHours
  std::vector<WorkSpan> spans;        ///< Hours, DayHours
  std::vector<NamedDay> days;
  PauseReason reason = PauseReason::Other;
  std::string note;  ///< Allowed: source of the rule; Paused, ExtendedBy: the case's own words
};

std::string_view step_key(StepKind);  ///< "start_moved"
std::string step_text(const Step&, Language);
/// The steps in one line, joined by arrows, office hours left out.
std::string one_line(std::span<const Step>, Language);

/// Does what a person with pencil and calendar would do: starts from the steps alone (no Calendar), walks day by day,
/// and checks every waypoint that the steps name. The due moment, or nothing when a step does not follow.
std::optional<LocalMinute> replay(std::span<const Step>);

std::string_view reason_key(PauseReason);
std::string reason_text(PauseReason, Language);
std::string spans_text(std::span<const WorkSpan>, Language);  ///< "07:30–11:30 và 12:30–16:30"

}  // namespace haidang::calendar
