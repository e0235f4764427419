// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "calendar/library.hpp"
#include "db/database.hpp"
#include "db/migrations.hpp"
#include "documents/source.hpp"
#include "http/events.hpp"
#include "organisations/directory.hpp"
#include "platform/actor.hpp"
#include "platform/file_store.hpp"

namespace haidang::review {

/// The calendars and rules of a tenant, and which of the calendars its offices keep.
struct CalendarsAtHand {
  std::shared_ptr<const calendar::Library> library;  // shared: another edit may replace it while a request goes on
  std::string calendar;
};

/// What the review works with. Routes and jobs keep a reference to it: it outlives both.
struct Parts {
  db::Database& database;
  platform::FileStore& files;
  organisations::Directory& organisations;
  http::Events& events;
  std::function<void()> wake_jobs;  ///< called when a commit has left a job to do
  std::function<CalendarsAtHand(db::Read&, TenantId)> calendars;
  std::function<std::string(db::Read&, TenantId, AccountId)> name_of_account;
  documents::ReaderProgram reader{};
  documents::ReadLimits limits{};
};

db::ModuleMigrations migrations();

}  // namespace haidang::review
