// SPDX-License-Identifier: Apache-2.0
#include "db/schema.hpp"
#include "db/testing.hpp"

namespace haidang::db::testing {

std::vector<std::string> faults_of_schemas(std::span<const ModuleMigrations> modules) {
  std::vector<Schema> schemas;
  on_both_engines(modules, [&](Database& database) { schemas.push_back(schema_of(database)); });
  auto faults = broken_rules(schemas.front());
  for (std::size_t other = 1; other < schemas.size(); ++other)
    for (auto& difference : differences(schemas.front(), schemas[other])) faults.push_back(std::move(difference));
  return faults;
}

}  // namespace haidang::db::testing
