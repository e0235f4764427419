// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace haidang::calendar {

/// A text in both languages of the screens.
struct BilingualText {
  std::string vietnamese, english;
  const std::string& in(Language language) const { return language == Language::Vietnamese ? vietnamese : english; }
};

/// Where an entry comes from. `verified` means that a person has compared it with the document named.
struct Source {
  std::string document;
  std::string note;
  bool verified = false;
};

/// Working time within one day, minutes since midnight, `from` included, `to` excluded.
struct WorkSpan {
  int from = 0, to = 0;
  friend bool operator==(const WorkSpan&, const WorkSpan&) = default;
};

/// The hours of some weekdays, for good or for a season. No spans: closed on these weekdays.
struct WeeklyHours {
  std::array<bool, 7> weekdays{};  ///< Sunday is 0, as in std::chrono::weekday::c_encoding
  std::vector<WorkSpan> spans;
  std::optional<LocalDate> valid_from, valid_to;
  /// False for duty hours (a one-stop unit open on Saturday morning): they are working time, but the day is not counted
  /// in a budget of working days.
  bool counts_as_working_day = true;
  Source source;
};

/// Days on which nobody works, whatever their weekday says.
struct DaysOff {
  LocalDate from, to;
  BilingualText name;
  Source source;
};

/// A day off in exchange for a day worked (a worked Saturday). Worked hours are those of the day given off, unless
/// named.
struct Swap {
  LocalDate off, worked;
  std::vector<WorkSpan> worked_spans;
  BilingualText name;
  Source source;
};

/// One day with hours of its own: a half day, a longer day, an office open on a Sunday.
struct SpecialDay {
  LocalDate date;
  std::vector<WorkSpan> spans;
  BilingualText name;
  Source source;
};

/// A day that its weekday decides again, whatever a lower layer says of it. Only edits have these.
struct PlainDay {
  LocalDate date;
};

/// One calendar file, as written; it may lie on top of another one, which it `extends`.
struct CalendarDefinition {
  std::string id;
  BilingualText name;
  std::string extends;
  /// The span in which the file claims to know all days off and swaps. Outside it only weekly hours are known.
  std::optional<LocalDate> complete_from, complete_until;
  std::vector<WeeklyHours> weekly_hours;
  std::vector<DaysOff> days_off;
  std::vector<Swap> swaps;
  std::vector<SpecialDay> special_days;
  std::vector<PlainDay> plain_days;
  bool is_edit = false;  ///< entered by people of the tenant, not part of a pack
};

/// Reads and checks one calendar file (format: docs/deadlines.md, schema: api/schemas/deadline_calendar.schema.json).
/// Rejects what base/json rejects, and CalendarFormatUnknown, CalendarHoursUnreadable, CalendarHoursOverlap,
/// CalendarPeriodReversed, CalendarDateOutside, CalendarDayTwice, CalendarDayOffAndWorked, CalendarSwapWithoutPair,
/// CalendarSourceMissing, CalendarWithoutHours.
Result<CalendarDefinition> parse_calendar(std::string_view json);

}  // namespace haidang::calendar
