// SPDX-License-Identifier: Apache-2.0
#include "calendar_store.hpp"

#include "base/codec.hpp"
#include "base/ensure.hpp"
#include "calendar/tenant_calendars.hpp"
#include "journal/journal.hpp"
#include "sql.hpp"

namespace haidang::calendar {
namespace {

CalendarEdit edit_of(const std::string& text) {
  const auto value = json::parse(text);
  ensure(value.has_value(), "a recorded edit is JSON");
  auto edit = codec::read<CalendarEdit>(*value);
  ensure(edit.has_value(), "a recorded edit can be read");
  return std::move(*edit);
}

Rejection changed_meanwhile(std::string_view calendar) {
  return Rejection{Code::CalendarChangedMeanwhile, {{"calendar", std::string(calendar)}}, {}};
}

}  // namespace

EditsByCalendar list_edits(db::Read& transaction, TenantId tenant) {
  EditsByCalendar edits;
  for (const auto row : transaction.query(sql::kListCalendarEdits, {tenant}))
    edits[row.text(0)].push_back(edit_of(row.text(2)));
  return edits;
}

std::int64_t count_edits(db::Read& transaction, TenantId tenant) {
  return transaction.query(sql::kCountCalendarEdits, {tenant}).front().integer(0);
}

std::vector<RecordedCalendarEdit> history_of(db::Read& transaction, TenantId tenant, std::string_view calendar) {
  std::vector<RecordedCalendarEdit> history;
  for (const auto row : transaction.query(sql::kListEditsOfCalendar, {tenant, calendar}))
    history.push_back(
        {static_cast<int>(row.integer(1)), row.instant(3), row.id<AccountId>(4), {}, edit_of(row.text(2))});
  return history;
}

int version_of(const Calendar& calendar, const EditsByCalendar& edits) {
  int version = 0;
  for (const auto& layer : calendar.layers()) {
    const auto found = edits.find(layer.id);
    if (!layer.is_edit && found != edits.end()) version += static_cast<int>(found->second.size());
  }
  return version;
}

Result<DecidedEdit> decide_edit(const Library& packs, EditsByCalendar recorded, std::string_view calendar,
                                const EditCalendar& command) {
  auto before = edited_library(packs, recorded);
  if (!before) return pass_on(before);
  const auto current = before->calendar(calendar);
  if (!current) return pass_on(current);
  if (version_of(**current, recorded) != command.version) return tl::unexpected(changed_meanwhile(calendar));
  if (auto objection = find_objection(**current, command.edit)) return tl::unexpected(*objection);
  recorded[std::string(calendar)].push_back(command.edit);
  auto after = edited_library(packs, recorded);
  if (!after) return pass_on(after);
  return DecidedEdit{std::move(recorded), std::move(*before), std::move(*after), command.version + 1};
}

Result<CalendarEdited> edit_calendar(db::Write& transaction, const Context& context, const Library& packs,
                                     std::string_view calendar, const EditCalendar& command) {
  const auto tenant = context.actor.tenant;
  const auto decided = decide_edit(packs, list_edits(transaction, tenant), calendar, command);
  if (!decided) return pass_on(decided);
  const auto number = static_cast<int>(decided->edits.find(calendar)->second.size());
  const auto edit = codec::write(command.edit);
  if (transaction.change(sql::kInsertCalendarEdit,
                         {tenant, calendar, number, json::compact(edit), context.now, context.actor.account}) != 1)
    return tl::unexpected(changed_meanwhile(calendar));
  journal::record(
      transaction, context,
      {"calendar_edited", "calendar/" + std::string(calendar), json::Object{{"number", number}, {"edit", edit}}});
  return CalendarEdited{decided->version, number};
}

std::shared_ptr<const Library> TenantCalendars::library(db::Read& transaction, TenantId tenant) {
  const auto count = count_edits(transaction, tenant);
  if (count == 0) return packs_;
  {
    const std::lock_guard lock(mutex_);
    const auto found = made_.find(tenant);
    if (found != made_.end() && found->second.edits == count) return found->second.library;
  }
  auto library = edited_library(*packs_, list_edits(transaction, tenant));
  ensure(library.has_value(), "recorded edits can be compiled");
  auto made = std::make_shared<const Library>(std::move(*library));
  const std::lock_guard lock(mutex_);
  auto& place = made_[tenant];
  if (count >= place.edits) place = {count, made};
  return made;
}

db::ModuleMigrations migrations() {
  return {"calendar", sql::migrations()};
}

}  // namespace haidang::calendar
