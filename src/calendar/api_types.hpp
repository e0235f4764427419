// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "platform/actor.hpp"

/// What the calendar routes take and give. A span of hours is "07:30-11:30"; a weekday is "mon" … "sun".
namespace haidang::calendar {

struct CalendarText {
  std::string vietnamese, english;
};
BOOST_DESCRIBE_STRUCT(CalendarText, (), (vietnamese, english))

/// The document an entry rests on. `verified`: a person has compared the entry with it.
struct CalendarSource {
  std::string document;
  std::optional<std::string> note;
  bool verified = false;
};
BOOST_DESCRIBE_STRUCT(CalendarSource, (), (document, note, verified))

/// Whether an entry came with the program or was entered here.
enum class CalendarOrigin { Pack, Edit };
BOOST_DESCRIBE_ENUM(CalendarOrigin, Pack, Edit)

struct CalendarHours {
  std::vector<std::string> weekdays;
  std::vector<std::string> spans;  ///< none: closed on these weekdays
  std::optional<LocalDate> valid_from, valid_to;
  bool counts_as_working_day = true;
  CalendarSource source;
  CalendarOrigin origin = CalendarOrigin::Pack;
};
BOOST_DESCRIBE_STRUCT(CalendarHours, (), (weekdays, spans, valid_from, valid_to, counts_as_working_day, source, origin))

enum class CalendarDayKind { DayOff, SwapOff, SwapWorked, Special };
BOOST_DESCRIBE_ENUM(CalendarDayKind, DayOff, SwapOff, SwapWorked, Special)

/// A day of which the calendar says something of its own; every other day is decided by its weekday.
struct CalendarDay {
  LocalDate date;
  CalendarDayKind kind = CalendarDayKind::DayOff;
  std::optional<LocalDate> partner;  ///< of a swap: the other day
  std::vector<std::string> spans;    ///< hours worked; none on a day off
  CalendarText name;
  CalendarSource source;
  CalendarOrigin origin = CalendarOrigin::Pack;
};
BOOST_DESCRIBE_STRUCT(CalendarDay, (), (date, kind, partner, spans, name, source, origin))

/// GET /api/calendars
struct CalendarSummary {
  std::string calendar;  ///< its name in URLs and rules: "vietnam"
  CalendarText name;
  LocalDate complete_from, complete_until;  ///< days off and swaps are known in between
  int unverified = 0;                       ///< entries that nobody has compared with their document
  int edits = 0;                            ///< made here
};
BOOST_DESCRIBE_STRUCT(CalendarSummary, (), (calendar, name, complete_from, complete_until, unverified, edits))

struct CalendarList {
  std::vector<CalendarSummary> items;
};
BOOST_DESCRIBE_STRUCT(CalendarList, (), (items))

/// GET /api/calendars/{calendar}?year=2026
struct CalendarYear {
  std::string calendar;
  CalendarText name;
  std::optional<std::string> extends;
  int version = 0;  ///< of the calendar with what it extends; an edit names the one it was made on
  LocalDate complete_from, complete_until;
  int year = 0;
  std::vector<int> years;            ///< those with days of their own
  std::vector<CalendarHours> hours;  ///< the first that covers a day decides its weekday
  std::vector<CalendarDay> days;     ///< of the year, in order
  bool may_edit = false;
};
BOOST_DESCRIBE_STRUCT(CalendarYear, (),
                      (calendar, name, extends, version, complete_from, complete_until, year, years, hours, days,
                       may_edit))

/// What an edit does. `RemoveEntry` gives the days back to their weekdays (a day of a swap takes its partner with it);
/// `CompleteUntil` says up to when days off and swaps are now known.
enum class CalendarEditKind { DaysOff, WorkedDay, Swap, RemoveEntry, Hours, CompleteUntil };
BOOST_DESCRIBE_ENUM(CalendarEditKind, DaysOff, WorkedDay, Swap, RemoveEntry, Hours, CompleteUntil)

/// | kind           | from, to              | worked    | spans, weekdays                    | name     |
/// |----------------|-----------------------|-----------|------------------------------------|----------|
/// | days_off       | first and last day    |           |                                    | required |
/// | worked_day     | the day (to: absent)  |           | spans                              | required |
/// | swap           | the day off           | required  | spans: if other than the day off's | optional |
/// | remove_entry   | first and last day    |           |                                    |          |
/// | hours          | valid from, to        |           | both; no spans: closed             |          |
/// | complete_until | the last day known    |           |                                    |          |
struct CalendarEdit {
  CalendarEditKind kind = CalendarEditKind::DaysOff;
  LocalDate from;
  std::optional<LocalDate> to;  ///< absent: the same day; of hours: until further notice
  std::optional<LocalDate> worked;
  std::optional<std::vector<std::string>> weekdays;
  std::optional<std::vector<std::string>> spans;
  std::optional<bool> counts_as_working_day;  ///< of hours; absent: yes
  std::optional<CalendarText> name;
  CalendarSource source;
};
BOOST_DESCRIBE_STRUCT(CalendarEdit, (), (kind, from, to, worked, weekdays, spans, counts_as_working_day, name, source))

/// POST /api/calendars/{calendar}/edits, and without effect …/preview
struct EditCalendar {
  int version = 0;  ///< the one that was edited; another one meanwhile is a conflict
  CalendarEdit edit;
};
BOOST_DESCRIBE_STRUCT(EditCalendar, (), (version, edit))

/// What the calendar makes of one day.
struct CalendarDayMeaning {
  bool working_day = false;
  std::vector<std::string> spans;
  std::optional<CalendarText> name;
};
BOOST_DESCRIBE_STRUCT(CalendarDayMeaning, (), (working_day, spans, name))

struct ChangedDay {
  LocalDate date;
  CalendarDayMeaning before, after;
};
BOOST_DESCRIBE_STRUCT(ChangedDay, (), (date, before, after))

struct ChangedDeadline {
  std::string name;                 ///< of the matter, for people
  std::optional<std::string> page;  ///< where it is shown: "/documents/77#task-3"
  LocalMinute due_before, due_after;
  std::int64_t working_minutes = 0;  ///< by how much it moves; negative: earlier
};
BOOST_DESCRIBE_STRUCT(ChangedDeadline, (), (name, page, due_before, due_after, working_minutes))

struct CalendarPreview {
  int version = 0;  ///< the one that the preview was computed on
  std::vector<ChangedDay> days;
  int days_changed = 0;  ///< `days` holds the first 400
  int deadlines = 0;     ///< open ones that count on this calendar
  int later = 0, earlier = 0;
  std::vector<ChangedDeadline> moved;  ///< the first 200
};
BOOST_DESCRIBE_STRUCT(CalendarPreview, (), (version, days, days_changed, deadlines, later, earlier, moved))

struct CalendarEdited {
  int version = 0;
  int number = 0;  ///< of the edit, from 1 within its calendar
};
BOOST_DESCRIBE_STRUCT(CalendarEdited, (), (version, number))

/// GET /api/calendars/{calendar}/history, newest first. Nothing ever leaves it.
struct RecordedCalendarEdit {
  int number = 0;
  Instant at;
  AccountId by{0};
  std::optional<std::string> by_name;
  CalendarEdit edit;
};
BOOST_DESCRIBE_STRUCT(RecordedCalendarEdit, (), (number, at, by, by_name, edit))

struct CalendarHistory {
  std::vector<RecordedCalendarEdit> items;
};
BOOST_DESCRIBE_STRUCT(CalendarHistory, (), (items))

}  // namespace haidang::calendar
