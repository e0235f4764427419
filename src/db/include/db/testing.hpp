// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "db/migrations.hpp"

/// For store tests (target haidang_db_testing): every one runs on both engines.
namespace haidang::db::testing {

/// Calls `test` with an empty, migrated SQLite database in a temporary folder, then with an empty, migrated PostgreSQL
/// schema of its own. PostgreSQL is the private cluster that ctest starts (HAIDANG_TEST_POSTGRES names it); a test
/// program started by hand without it says once that PostgreSQL was left out.
void on_both_engines(std::span<const ModuleMigrations>, const std::function<void(Database&)>& test);

/// The same without a database opened: calls `test` with two locations for `open_database`, both empty. For tests that
/// open it more than once, or in a child process.
void on_both_locations(const std::function<void(const std::string& location)>& test);

/// Makes the schema of all these modules on both engines: what differs between them (tables, columns, nullability,
/// types, indexes, views), and what breaks the rules of db/schema.hpp. Empty when all is well:
///   CHECK(faults_of_schemas(all_modules()) == std::vector<std::string>{});
std::vector<std::string> faults_of_schemas(std::span<const ModuleMigrations>);

/// Runs SQL text outside of any module's statements.
void run_sql(Database&, const std::string& text, const std::vector<Value>& parameters = {});
Rows query_sql(Database&, const std::string& text, const std::vector<Value>& parameters = {});

}  // namespace haidang::db::testing
