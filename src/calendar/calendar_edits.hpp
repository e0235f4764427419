// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "api_types.hpp"
#include "calendar/calendar.hpp"
#include "calendar/library.hpp"

/// What a tenant enters upon the calendars of the packs. Edits are only ever added; replaying them in order gives one
/// layer, in which the latest word on a day holds.
namespace haidang::calendar {

/// Replays the edits of one calendar. They were decided when they were recorded, so this cannot fail.
class EditLayer {
 public:
  /// `base`: the calendar of the packs.
  EditLayer(const Calendar& base, std::span<const CalendarEdit> edits);
  CalendarDefinition definition() const;

 private:
  struct Off {
    BilingualText name;
    Source source;
  };
  struct Plain {};
  using Meaning = std::variant<Plain, Off, SpecialDay, Swap>;

  void replay(const CalendarEdit&);
  void replay_days(const CalendarEdit&);
  void set(LocalDate, Meaning);
  void give_back(LocalDate);
  std::optional<LocalDate> partner_of(LocalDate) const;

  const Calendar& base_;
  std::map<DayNumber, Meaning> days_;
  std::vector<WeeklyHours> hours_;  ///< the latest first, because the first that covers a day decides
  std::optional<LocalDate> complete_until_;
};

/// Whether an edit may be made upon a calendar as it is now. Rejects JsonFieldMissing, JsonFieldInvalid,
/// CalendarDateOutside, CalendarPeriodReversed, CalendarHoursUnreadable, CalendarHoursOverlap, CalendarSourceMissing,
/// CalendarDayInSwap, CalendarSwapOffDayIdle, CalendarSwapDayAlreadyWorked, CalendarNothingToRemove.
std::optional<Rejection> find_objection(const Calendar& current, const CalendarEdit&);

/// The edits of every calendar of a tenant, by its id.
using EditsByCalendar = std::map<std::string, std::vector<CalendarEdit>, std::less<>>;

/// The packs with the edits of a tenant upon them. Rejects what `Calendar::compile` rejects.
Result<Library> edited_library(const Library& packs, const EditsByCalendar&);

}  // namespace haidang::calendar
