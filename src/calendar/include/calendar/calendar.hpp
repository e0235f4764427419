// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "calendar/calendar_definition.hpp"

namespace haidang::calendar {

/// Days since 1970-01-01, on the wall calendar.
using DayNumber = std::int32_t;
DayNumber day_number(LocalDate);
DayNumber day_number(LocalMinute);
LocalDate date_of_day(DayNumber);

/// Calendars know the days from 2000-01-01 to 2099-12-31; moments outside are rejected before they come here.
inline constexpr LocalDate kFirstDay{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};
inline constexpr LocalDate kLastDay{std::chrono::year{2099}, std::chrono::December, std::chrono::day{31}};
bool is_in_range(LocalMinute);
bool is_in_range(LocalDate);

/// What a dated entry of a calendar makes of its day.
enum class DayKind { DayOff, SwapOff, SwapWorked, Special };
struct DayEntry {
  DayKind kind;
  LocalDate partner;  ///< of a swap: the other day
  std::vector<WorkSpan> spans;
  BilingualText name;
  Source source;
  bool is_edit = false;  ///< see CalendarDefinition
};

/// A calendar made ready for computing: immutable, so threads may share it. Every question costs the same for a span of
/// a day and of fifty years, because working minutes and working days are summed up once:
///
///   day            Thu 29/4   Fri 30/4   Sat 1/5   Sun 2/5   Mon 3/5   Tue 4/5
///   minutes          480         0          0         0         0        480
///   minutes before     0       480        480       480       480        480   ...
///
/// A computation that would leave the range ends at `last_moment()`.
class Calendar {
 public:
  /// Layers from the base to the one on top; a dated entry or a weekday of a later layer replaces that of an earlier
  /// one. Rejects CalendarSwapOffDayIdle, CalendarSwapDayAlreadyWorked, CalendarWithoutHours.
  static Result<std::shared_ptr<const Calendar>> compile(std::vector<CalendarDefinition> layers);

  const std::string& id() const { return layers_.back().id; }
  const BilingualText& name() const { return layers_.back().name; }
  const std::vector<CalendarDefinition>& layers() const { return layers_; }
  LocalDate complete_from() const { return complete_from_; }
  LocalDate complete_until() const { return complete_until_; }  ///< the horizon

  /// Working minutes in [from, to); 0 when `to` does not lie after `from`.
  std::int64_t working_minutes_between(LocalMinute from, LocalMinute to) const;
  /// The earliest moment by which `minutes` (≥ 1) have been worked since `from`: a closing hour, not the next opening.
  LocalMinute add_working_minutes(LocalMinute from, std::int64_t minutes) const;
  /// `from` itself in working hours, else the next opening. At the closing minute the office is closed.
  LocalMinute next_working_moment(LocalMinute from) const;
  /// As above, but at the closing minute the office still counts as open: for what arrives at the counter.
  bool is_open_at(LocalMinute) const;

  bool is_working_day(LocalDate) const;  ///< counted in a budget of working days
  std::span<const WorkSpan> hours_on(LocalDate) const;
  int minutes_on(LocalDate) const;
  /// The dated entry of a day, or nullptr when its weekday alone decides.
  const DayEntry* entry_on(LocalDate) const;
  /// What the weekday alone says of a day, or nullptr when no layer names it.
  const WeeklyHours* weekly_hours_on(LocalDate) const;
  /// Whether a weekly entry decides at least one day of a period.
  bool is_used(const WeeklyHours&, LocalDate from, LocalDate to) const;
  const std::map<DayNumber, DayEntry>& entries() const { return entries_; }

  // The same sums by day number, for the projection of deadlines. Day numbers must lie in the range.
  std::int64_t minutes_before(LocalMinute) const;
  LocalMinute moment_of(std::int64_t minutes_before) const;  ///< earliest moment with that many minutes before it
  int working_days_before(DayNumber) const;
  DayNumber working_day(std::int64_t ordinal) const;  ///< the day with that many working days before it
  int opening(DayNumber) const;                       ///< minutes since midnight; 0 on a day without hours
  int closing(DayNumber) const;                       ///< minutes since midnight; 23:59 on a day without hours
  static LocalMinute last_moment();

 private:
  struct Pattern {
    std::vector<WorkSpan> spans;
    int minutes = 0;
    bool counts = false;
    friend bool operator==(const Pattern&, const Pattern&) = default;
  };
  Calendar() = default;
  std::optional<Rejection> collect_entries();
  static Pattern make_pattern(std::span<const WorkSpan>, bool counts);
  void sum_up();
  void number_patterns();
  std::uint16_t pattern_number(const Pattern&);
  const Pattern& pattern(DayNumber) const;
  static int elapsed(const Pattern&, int since_midnight);

  std::vector<CalendarDefinition> layers_;
  LocalDate complete_from_, complete_until_;
  std::map<DayNumber, DayEntry> entries_;
  std::vector<Pattern> patterns_;
  std::vector<std::uint16_t> pattern_of_day_;
  std::vector<std::int32_t> minutes_before_day_, working_days_before_day_;  // one more than days
  std::vector<DayNumber> working_days_;
  std::vector<std::int32_t> day_of_minutes_;  // index of the day at every kStride-th working minute
};

}  // namespace haidang::calendar
