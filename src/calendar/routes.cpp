// SPDX-License-Identifier: Apache-2.0
#include "calendar/routes.hpp"

#include <algorithm>

#include "calendar_store.hpp"
#include "calendar_views.hpp"

namespace haidang::calendar {
namespace {

using http::Call;
using http::Method;
using http::Needs;
using http::RouteDeclaration;
using http::Scope;
using http::SignedIn;

const std::vector<Code> kEditRejections{
    Code::CalendarUnknown,         Code::CalendarChangedMeanwhile, Code::CalendarDateOutside,
    Code::CalendarPeriodReversed,  Code::CalendarHoursUnreadable,  Code::CalendarHoursOverlap,
    Code::CalendarSourceMissing,   Code::CalendarDayInSwap,        Code::CalendarSwapOffDayIdle,
    Code::CalendarNothingToRemove, Code::CalendarWithoutHours,     Code::CalendarSwapDayAlreadyWorked};

Result<CalendarList> list_calendars(const RouteNeeds& needs, const Call& call) {
  return needs.database.read([&](db::Read& transaction) -> Result<CalendarList> {
    const auto tenant = call.context().actor.tenant;
    const auto library = needs.calendars.library(transaction, tenant);
    const auto edits = list_edits(transaction, tenant);
    CalendarList list;
    for (const auto& id : library->calendar_ids()) list.items.push_back(summary_of(**library->calendar(id), edits));
    return list;
  });
}

Result<int> year_asked(const Call& call) {
  const auto text = call.query("year");
  if (text.empty()) return static_cast<int>(call.today.year());
  const auto date = parse_date(std::string(text) + "-01-01");
  if (!date || !is_in_range(*date))
    return reject(Code::JsonFieldInvalid, {{"path", "year"}, {"reason", "2000 … 2099"}});
  return static_cast<int>(date->year());
}

Result<CalendarYear> show_calendar(const RouteNeeds& needs, const Call& call) {
  const auto year = year_asked(call);
  if (!year) return pass_on(year);
  return needs.database.read([&](db::Read& transaction) -> Result<CalendarYear> {
    const auto& actor = call.context().actor;
    const auto library = needs.calendars.library(transaction, actor.tenant);
    const auto calendar = library->calendar(call.path_value("calendar"));
    if (!calendar) return pass_on(calendar);
    auto view = year_of(**calendar, list_edits(transaction, actor.tenant), *year);
    view.may_edit = actor.has(kManageCalendars);
    return view;
  });
}

std::vector<DeadlineInUse> deadlines_touched(const RouteNeeds& needs, db::Read& transaction, TenantId tenant,
                                             std::string_view calendar, const Library& library) {
  std::vector<DeadlineInUse> all;
  for (const auto& id : library.calendar_ids()) {
    const auto& layers = (*library.calendar(id))->layers();
    const bool is_touched = std::any_of(layers.begin(), layers.end(),
                                        [&](const CalendarDefinition& layer) { return layer.id == calendar; });
    if (!is_touched) continue;
    for (const auto* source : needs.deadlines) {
      auto some = source->counted_on(transaction, tenant, id, library);
      std::move(some.begin(), some.end(), std::back_inserter(all));
    }
  }
  return all;
}

Result<CalendarPreview> preview_edit(const RouteNeeds& needs, const Call& call, const EditCalendar& command) {
  return needs.database.read([&](db::Read& transaction) -> Result<CalendarPreview> {
    const auto tenant = call.context().actor.tenant;
    const auto& calendar = call.path_value("calendar");
    const auto decided = decide_edit(needs.calendars.packs(), list_edits(transaction, tenant), calendar, command);
    if (!decided) return pass_on(decided);
    return preview_of(*decided, calendar, deadlines_touched(needs, transaction, tenant, calendar, decided->before));
  });
}

Result<CalendarEdited> record_edit(const RouteNeeds& needs, const Call& call, const EditCalendar& command) {
  return needs.database.write([&](db::Write& transaction) {
    return edit_calendar(transaction, call.context(), needs.calendars.packs(), call.path_value("calendar"), command);
  });
}

Result<CalendarHistory> show_history(const RouteNeeds& needs, const Call& call) {
  return needs.database.read([&](db::Read& transaction) -> Result<CalendarHistory> {
    const auto tenant = call.context().actor.tenant;
    const auto& calendar = call.path_value("calendar");
    const auto known = needs.calendars.packs().calendar(calendar);
    if (!known) return pass_on(known);
    CalendarHistory history{history_of(transaction, tenant, calendar)};
    for (auto& item : history.items) item.by_name = needs.account_name(transaction, tenant, item.by);
    return history;
  });
}

}  // namespace

void add_routes(http::Router& router, const RouteNeeds& needs) {
  const Needs manage{kManageCalendars, Scope::WholeTenant};
  router.add<CalendarList>({.method = Method::Get,
                            .path = "/api/calendars",
                            .access = SignedIn{},
                            .operation = "list_calendars",
                            .summary = "Working calendars, with how far they are known and verified."},
                           [needs](const Call& call) { return list_calendars(needs, call); });
  router.add<CalendarYear>({.method = Method::Get,
                            .path = "/api/calendars/{calendar:text}",
                            .access = SignedIn{},
                            .operation = "show_calendar",
                            .summary = "Hours and the dated days of one year of a calendar, with their sources.",
                            .query = {{"year", "2000 … 2099; absent: this year"}},
                            .rejections = {Code::CalendarUnknown}},
                           [needs](const Call& call) { return show_calendar(needs, call); });
  router.add<CalendarHistory>({.method = Method::Get,
                               .path = "/api/calendars/{calendar:text}/history",
                               .access = SignedIn{},
                               .operation = "show_calendar_history",
                               .summary = "Every edit ever made to a calendar, newest first.",
                               .rejections = {Code::CalendarUnknown}},
                              [needs](const Call& call) { return show_history(needs, call); });
  router.add<EditCalendar, CalendarPreview>(
      {.method = Method::Post,
       .path = "/api/calendars/{calendar:text}/preview",
       .access = manage,
       .operation = "preview_calendar_edit",
       .summary = "Which days an edit would change and which deadlines it would move; nothing is kept.",
       .rejections = kEditRejections},
      [needs](const Call& call, const EditCalendar& command) { return preview_edit(needs, call, command); });
  router.add<EditCalendar, CalendarEdited>(
      {.method = Method::Post,
       .path = "/api/calendars/{calendar:text}/edits",
       .access = manage,
       .operation = "edit_calendar",
       .summary = "Enters a day off, a worked day, a swap, hours, or removes an entry.",
       .rejections = kEditRejections,
       .success = 201},
      [needs](const Call& call, const EditCalendar& command) { return record_edit(needs, call, command); });
}

}  // namespace haidang::calendar
