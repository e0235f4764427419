// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "api_types.hpp"
#include "calendar_edits.hpp"
#include "db/database.hpp"
#include "platform/actor.hpp"

namespace haidang::calendar {

EditsByCalendar list_edits(db::Read&, TenantId);
std::int64_t count_edits(db::Read&, TenantId);
/// Newest first; without names of accounts.
std::vector<RecordedCalendarEdit> history_of(db::Read&, TenantId, std::string_view calendar);

/// How many edits lie under a calendar, those of what it extends included.
int version_of(const Calendar&, const EditsByCalendar&);

/// The library after one more edit. Rejects CalendarUnknown, CalendarChangedMeanwhile, what `find_objection` and
/// `Calendar::compile` reject.
struct DecidedEdit {
  EditsByCalendar edits;  ///< with the new one
  Library before, after;
  int version = 0;  ///< after it
};
Result<DecidedEdit> decide_edit(const Library& packs, EditsByCalendar recorded, std::string_view calendar,
                                const EditCalendar&);

/// Decides and records it: a row and an event. Rejects what `decide_edit` does.
Result<CalendarEdited> edit_calendar(db::Write&, const Context&, const Library& packs, std::string_view calendar,
                                     const EditCalendar&);

}  // namespace haidang::calendar
