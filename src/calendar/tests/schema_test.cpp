// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <boost/json/parse.hpp>
#include <filesystem>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/json.hpp"
#include "calendar/case_file.hpp"
#include "case_table.hpp"
#include "platform/files.hpp"

namespace haidang::calendar {
namespace {

using Adapter = valijson::adapters::BoostJsonAdapter;

json::Value read_json(const std::filesystem::path& path) {
  const auto text = platform::read_file(path);
  REQUIRE_MESSAGE(text.has_value(), path.string());
  auto value = json::parse(*text);
  REQUIRE_MESSAGE(value.has_value(), path.string());
  return *value;
}

/// One of the committed schemas.
class Schema {
 public:
  explicit Schema(const std::string& name) : value_(read_json("api/schemas/" + name)) {
    const auto fetch = [](const std::string& uri) {
      return new json::Value(read_json("api/schemas/" + std::filesystem::path(uri).filename().string()));
    };
    valijson::SchemaParser().populateSchema(Adapter(value_), schema_, fetch,
                                            [](const json::Value* value) { delete value; });
  }

  /// Empty when it fits, else what does not.
  std::string problems(const json::Value& value) const {
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema_, Adapter(value), &results)) return {};
    std::string text;
    for (const auto& error : results) {
      for (const auto& part : error.context) text += part;
      text += ": " + error.description + "\n";
    }
    return text.empty() ? "does not fit" : text;
  }

 private:
  json::Value value_;
  valijson::Schema schema_;
};

TEST_CASE("the calendars and rules that ship with the program follow their schemas") {
  const Schema calendars("deadline_calendar.schema.json"), rules("deadline_rules.schema.json");
  for (const auto& file : std::filesystem::directory_iterator("packs/calendars"))
    CHECK_MESSAGE(calendars.problems(read_json(file.path())) == "", file.path().string());
  for (const auto& file : std::filesystem::directory_iterator("src/calendar/tests/calendars"))
    CHECK_MESSAGE(calendars.problems(read_json(file.path())) == "", file.path().string());
  for (const auto& file : std::filesystem::directory_iterator("packs/deadline_rules"))
    CHECK_MESSAGE(rules.problems(read_json(file.path())) == "", file.path().string());
}

TEST_CASE("every case of the table follows the schema of cases, and every result the schema of results") {
  const Schema cases("deadline_cases.schema.json"), results("deadline_results.schema.json");
  const auto library = Library::with_packs();
  json::Array all;
  for (const auto& row : testing::read_table("src/calendar/tests/deadline_cases.tsv"))
    all.push_back(testing::as_json(row));
  const json::Value input(std::move(all));
  CHECK(cases.problems(input) == "");
  const auto file = parse_cases(json::compact(input), library);
  REQUIRE(file.has_value());
  CHECK(results.problems(*json::parse(compute_all(*file).json)) == "");
}

TEST_CASE("the example cases follow the schema, and their results are the ones that are committed") {
  const Schema cases("deadline_cases.schema.json"), results("deadline_results.schema.json");
  const auto input = read_json("src/calendar/tests/example_cases.json");
  CHECK(cases.problems(input) == "");
  const auto file = parse_cases(json::compact(input), Library::with_packs());
  REQUIRE(file.has_value());
  const auto result = compute_all(*file);
  CHECK(results.problems(*json::parse(result.json)) == "");
  const std::filesystem::path golden = "src/calendar/tests/example_results.json";
  if (std::getenv("ACCEPT")) REQUIRE(platform::write_file(golden, result.json).has_value());
  CHECK(result.json == *platform::read_file(golden));
}

TEST_CASE("the schema of cases refuses what the reader refuses") {
  const Schema cases("deadline_cases.schema.json");
  for (const char* text : {R"({"start":"2024-03-04T09:00"})", R"({"rule":"ngay-lich","start":"sáng thứ Hai"})",
                           R"({"rule":"ngay-lich","start":"2024-03-04T09:00","pause":[]})",
                           R"({"rule":{"budget":{"kind":"working_days"}},"start":"2024-03-04T09:00"})",
                           R"({"rule":{"budget":{"kind":"same_day","amount":1}},"start":"2024-03-04T09:00"})",
                           R"({"rule":{"budget":{"kind":"working_days","amount":0}},"start":"2024-03-04T09:00"})"}) {
    INFO(text);
    CHECK(cases.problems(*json::parse(text)) != "");
    const auto file = parse_cases(text, Library::with_packs());
    REQUIRE(file.has_value());
    CHECK(!file->entries.front().value.has_value());
  }
}

}  // namespace
}  // namespace haidang::calendar
