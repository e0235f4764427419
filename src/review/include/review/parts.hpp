// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>

#include "calendar/tenant_calendars.hpp"
#include "db/database.hpp"
#include "db/migrations.hpp"
#include "documents/source.hpp"
#include "http/events.hpp"
#include "organisations/directory.hpp"
#include "platform/actor.hpp"
#include "platform/file_store.hpp"

namespace haidang::review {

/// What the review works with. Routes and jobs keep a reference to it: it outlives both.
struct Parts {
  db::Database& database;
  platform::FileStore& files;
  organisations::Directory& organisations;
  http::Events& events;
  std::function<void()> wake_jobs;  ///< called when a commit has left a job to do
  calendar::TenantCalendars& calendars;
  std::function<std::string(db::Read&, TenantId, AccountId)> name_of_account;
  std::string office_calendar{"vietnam"};  ///< by which the deadlines of documents are counted
  documents::ReaderProgram reader{};
  documents::ReadLimits limits{};
};

db::ModuleMigrations migrations();

}  // namespace haidang::review
