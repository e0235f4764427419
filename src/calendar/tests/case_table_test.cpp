// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "calendar/case_file.hpp"
#include "case_table.hpp"
#include "platform/files.hpp"

namespace haidang::calendar {
namespace {

using testing::TableCase;

Library library_with_test_calendars() {
  auto library = Library::with_packs();
  for (const auto& file : std::filesystem::directory_iterator("src/calendar/tests/calendars")) {
    auto definition = parse_calendar(*platform::read_file(file.path()));
    REQUIRE_MESSAGE(definition.has_value(), file.path().string());
    REQUIRE(library.add(std::move(*definition)).has_value());
  }
  return library;
}

std::set<std::string> warnings_of(const Deadline& deadline) {
  std::set<std::string> keys;
  for (const auto& warning : deadline.warnings) keys.emplace(warning_key(warning.kind));
  // What the default calendar says of itself on every case is no news.
  keys.erase("unverified_hours");
  return keys;
}

void check_row(const TableCase& row, const Library& library) {
  const auto file = parse_cases(json::compact(json::Value(testing::as_json(row))), library);
  REQUIRE(file.has_value());
  const auto& entry = file->entries.front();
  const auto deadline = entry.value ? compute(*entry.value) : Result<Deadline>(tl::unexpected(entry.value.error()));
  if (row.expected.rfind("từ chối ", 0) == 0) {
    REQUIRE_MESSAGE(!deadline.has_value(), "a rejection was expected");
    CHECK(row.expected == "từ chối " + std::string(catalogue_entry(deadline.error().code).name));
    return;
  }
  REQUIRE_MESSAGE(deadline.has_value(), message(deadline.error(), Language::Vietnamese));
  const auto parts = testing::split(row.expected, " ⚠ ");
  CHECK_MESSAGE(iso(deadline->due) == testing::iso_moment(parts[0]), one_line(deadline->steps, Language::Vietnamese));
  const std::set<std::string> expected(parts.begin() + 1, parts.end());
  CHECK(warnings_of(*deadline) == expected);
  const auto replayed = replay(deadline->steps);
  REQUIRE_MESSAGE(replayed.has_value(),
                  "the explanation does not follow: ", one_line(deadline->steps, Language::Vietnamese));
  CHECK(*replayed == deadline->due);
}

TEST_CASE("every case of the table comes out as an official computed it by hand, and its explanation leads there") {
  const auto library = library_with_test_calendars();
  const auto rows = testing::read_table("src/calendar/tests/deadline_cases.tsv");
  CHECK(rows.size() >= 80);
  for (const auto& row : rows) {
    INFO("line ", row.line, ": ", row.name);
    check_row(row, library);
  }
}

TEST_CASE("no two cases of the table have the same name, so that a failure names one line") {
  std::set<std::string> names;
  for (const auto& row : testing::read_table("src/calendar/tests/deadline_cases.tsv"))
    CHECK_MESSAGE(names.insert(row.name).second, row.name);
}

}  // namespace
}  // namespace haidang::calendar
