// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "calendar/routes.hpp"
#include "calendar/tenant_calendars.hpp"
#include "event_relay.hpp"
#include "http/route.hpp"
#include "identity/identity.hpp"
#include "jobs/jobs.hpp"
#include "modules.hpp"
#include "organisations/directory.hpp"
#include "platform/clock.hpp"
#include "platform/file_store.hpp"
#include "platform/metrics.hpp"
#include "program_settings.hpp"
#include "review/parts.hpp"
#include "review/plan_deadlines.hpp"

namespace haidang::app {

/// All that a running program is made of, in the order in which it is built: clock, settings, database, modules,
/// routes. The one place that knows every module. Server and workers are started upon it by `serve`.
class Wiring {
 public:
  /// Opens the database, without touching its schema. Rejects DataFolderUnusable, DatabaseLocationUnreadable, …
  static Result<std::unique_ptr<Wiring>> build(const ProgramSettings&);

  Wiring(const Wiring&) = delete;
  Wiring& operator=(const Wiring&) = delete;

  const ProgramSettings settings;
  const platform::SystemClock clock;
  platform::Metrics metrics;
  const std::unique_ptr<db::Database> database;
  platform::FileStore files;
  EventRelay events;
  calendar::TenantCalendars calendars;
  organisations::Directory directory;
  identity::Identity identity;
  std::function<void()> wake_jobs;  ///< set while workers run
  const review::Parts review;
  const review::PlanDeadlines plan_deadlines;
  std::vector<jobs::Handler> job_handlers;
  http::Router router;

 private:
  Wiring(const ProgramSettings&, std::unique_ptr<db::Database>);
  review::Parts review_parts();
  void add_module_routes();
};

}  // namespace haidang::app
