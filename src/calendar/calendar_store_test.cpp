// SPDX-License-Identifier: Apache-2.0
#include "calendar_store.hpp"

#include <doctest/doctest.h>

#include <array>

#include "calendar/tenant_calendars.hpp"
#include "db/testing.hpp"
#include "journal/journal.hpp"

namespace haidang::calendar {
namespace {

constexpr TenantId kHere{1}, kElsewhere{2};

LocalDate day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

Context context_of(TenantId tenant) {
  const Instant now{std::chrono::sys_days(day(2026, 9, 8))};
  return {.actor = {.tenant = tenant, .account = AccountId(9), .name = "", .grants = {}},
          .now = now,
          .today = day(2026, 9, 8)};
}

EditCalendar day_off(int version, LocalDate date) {
  EditCalendar command{version, {}};
  command.edit.from = date;
  command.edit.name = CalendarText{"Nghỉ tránh bão", ""};
  command.edit.source = {"Công điện 7/CĐ-UBND", {}, true};
  return command;
}

EditCalendar removal(int version, LocalDate date) {
  EditCalendar command{version, {}};
  command.edit.kind = CalendarEditKind::RemoveEntry;
  command.edit.from = date;
  return command;
}

void on_both_engines(const std::function<void(db::Database&, TenantCalendars&)>& test) {
  const std::array modules{journal::migrations(), migrations()};
  db::testing::on_both_engines(modules, [&](db::Database& database) {
    TenantCalendars calendars;
    test(database, calendars);
  });
}

Result<CalendarEdited> enter(db::Database& database, TenantCalendars& calendars, const EditCalendar& command,
                             TenantId tenant = kHere) {
  return database.write([&](db::Write& transaction) {
    return edit_calendar(transaction, context_of(tenant), calendars.packs(), "vietnam", command);
  });
}

bool works_on(db::Database& database, TenantCalendars& calendars, LocalDate date, TenantId tenant = kHere) {
  return database.read([&](db::Read& transaction) {
    return calendars.library(transaction, tenant)->calendar("vietnam").value()->is_working_day(date);
  });
}

}  // namespace

TEST_CASE("an edit holds from its commit on, for its tenant alone") {
  on_both_engines([](db::Database& database, TenantCalendars& calendars) {
    const auto wednesday = day(2026, 9, 9);
    CHECK(works_on(database, calendars, wednesday));
    const auto edited = enter(database, calendars, day_off(0, wednesday));
    REQUIRE(edited);
    CHECK(edited->version == 1);
    CHECK(edited->number == 1);
    CHECK_FALSE(works_on(database, calendars, wednesday));
    CHECK(works_on(database, calendars, wednesday, kElsewhere));
  });
}

TEST_CASE("of two people who edit one version the second is told") {
  on_both_engines([](db::Database& database, TenantCalendars& calendars) {
    REQUIRE(enter(database, calendars, day_off(0, day(2026, 9, 9))));
    const auto second = enter(database, calendars, day_off(0, day(2026, 9, 10)));
    REQUIRE_FALSE(second);
    CHECK(second.error().code == Code::CalendarChangedMeanwhile);
    CHECK(works_on(database, calendars, day(2026, 9, 10)));
    CHECK(enter(database, calendars, day_off(1, day(2026, 9, 10)))->number == 2);
    CHECK(enter(database, calendars, day_off(0, day(2026, 9, 9)), kElsewhere)->number == 1);
  });
}

TEST_CASE("a removed entry stays in the history, and the journal tells of both") {
  on_both_engines([](db::Database& database, TenantCalendars& calendars) {
    REQUIRE(enter(database, calendars, day_off(0, day(2026, 9, 9))));
    REQUIRE(enter(database, calendars, removal(1, day(2026, 9, 9))));
    CHECK(works_on(database, calendars, day(2026, 9, 9)));
    database.read([&](db::Read& transaction) {
      const auto history = history_of(transaction, kHere, "vietnam");
      REQUIRE(history.size() == 2);
      CHECK(history[0].number == 2);
      CHECK(history[0].edit.kind == CalendarEditKind::RemoveEntry);
      CHECK(history[1].edit.name->vietnamese == "Nghỉ tránh bão");
      CHECK(history[1].by == AccountId(9));
      CHECK(history[1].at == context_of(kHere).now);
      const auto events = journal::events_of(transaction, kHere, "calendar/vietnam");
      REQUIRE(events.size() == 2);
      CHECK(events[0].kind == "calendar_edited");
      CHECK(events[1].body.at("edit").at("kind") == "remove_entry");
    });
  });
}

TEST_CASE("a refused edit leaves no trace") {
  on_both_engines([](db::Database& database, TenantCalendars& calendars) {
    const auto refused = enter(database, calendars, removal(0, day(2026, 9, 9)));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::CalendarNothingToRemove);
    database.read([&](db::Read& transaction) {
      CHECK(count_edits(transaction, kHere) == 0);
      CHECK(journal::events_of(transaction, kHere, "calendar/vietnam").empty());
    });
  });
}

TEST_CASE("what was read before an edit stays as it was") {
  on_both_engines([](db::Database& database, TenantCalendars& calendars) {
    REQUIRE(enter(database, calendars, day_off(0, day(2026, 9, 9))));
    const auto held = database.read([&](db::Read& transaction) { return calendars.library(transaction, kHere); });
    REQUIRE(enter(database, calendars, day_off(1, day(2026, 9, 10))));
    CHECK(works_on(database, calendars, day(2026, 9, 11)));
    CHECK(held->calendar("vietnam").value()->is_working_day(day(2026, 9, 10)));
    CHECK_FALSE(works_on(database, calendars, day(2026, 9, 10)));
  });
}

}  // namespace haidang::calendar
