// SPDX-License-Identifier: Apache-2.0
#include "wiring.hpp"

#include "health_routes.hpp"
#include "identity/account_lookup.hpp"
#include "identity/routes.hpp"
#include "organisations/routes.hpp"
#include "review/reading_job.hpp"
#include "review/routes.hpp"

namespace haidang::app {
namespace {

platform::SystemClock clock_of(const ProgramSettings& settings) {
  return settings.today ? platform::SystemClock::on(*settings.today) : platform::SystemClock();
}

}  // namespace

Result<std::unique_ptr<Wiring>> Wiring::build(const ProgramSettings& settings) {
  auto database = open_database(settings);
  if (!database) return pass_on(database);
  return std::unique_ptr<Wiring>(new Wiring(settings, std::move(*database)));
}

Wiring::Wiring(const ProgramSettings& given, std::unique_ptr<db::Database> opened)
    : settings(given),
      clock(clock_of(given)),
      database(std::move(opened)),
      files(given.files_folder()),
      identity(*database, directory, {.tenant = given.tenant_id(), .example = given.example}),
      review(review_parts()),
      plan_deadlines(review.office_calendar),
      job_handlers{review::reading_handler(review, clock)} {
  add_module_routes();
}

review::Parts Wiring::review_parts() {
  return {.database = *database,
          .files = files,
          .organisations = directory,
          .events = events,
          .wake_jobs =
              [this] {
                if (wake_jobs) wake_jobs();
              },
          .calendars = calendars,
          .name_of_account =
              [](db::Read& transaction, TenantId tenant, AccountId account) {
                return identity::find_account_name(transaction, tenant, account).value_or("");
              }};
}

void Wiring::add_module_routes() {
  add_health_routes(router, {*database, all_migrations(), settings.data, metrics});
  identity::add_routes(router, identity);
  organisations::add_routes(router, {*database, directory, events});
  calendar::add_routes(router, {.database = *database,
                                .calendars = calendars,
                                .deadlines = {&plan_deadlines},
                                .account_name = identity::find_account_name});
  review::add_routes(router, review);
}

}  // namespace haidang::app
