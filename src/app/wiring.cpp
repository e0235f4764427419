// SPDX-License-Identifier: Apache-2.0
#include "wiring.hpp"

#include "health_routes.hpp"
#include "identity/routes.hpp"

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
      identity(*database, directory, {.tenant = given.tenant_id(), .example = given.example}) {
  add_module_routes();
}

void Wiring::add_module_routes() {
  add_health_routes(router, {*database, all_migrations(), settings.data, metrics});
  identity::add_routes(router, identity);
  calendar::add_routes(router, {*database, calendars, {}, {}});
}

}  // namespace haidang::app
