// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_json.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "base/json.hpp"
#include "base/vietnamese.hpp"
#include "plan_sample.hpp"

using namespace haidang;
using namespace haidang::directives;

namespace {

json::Value parsed(std::string_view text) {
  auto value = json::parse(text);
  REQUIRE(value.has_value());
  return *value;
}

/// What the schema finds wrong; empty when nothing is.
std::string problems_of(const json::Value& plan) {
  std::ifstream file("api/schemas/plan.schema.json");
  const json::Value definition = parsed(std::string(std::istreambuf_iterator<char>(file), {}));
  const valijson::adapters::BoostJsonAdapter schema_adapter(definition), plan_adapter(plan);
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(schema_adapter, schema);
  valijson::ValidationResults results;
  valijson::Validator().validate(schema, plan_adapter, &results);
  std::string problems;
  for (const auto& problem : results) {
    for (const auto& step : problem.context) problems += step;
    problems += ": " + problem.description + "\n";
  }
  return problems;
}

json::Value value_of(const Sample& sample) {
  return parsed(plan_json(sample.plan, sample.source));
}

}  // namespace

TEST_CASE("plans of every kind are as the schema describes them") {
  CHECK(problems_of(value_of(sample_plan())) == "");
  CHECK(problems_of(value_of(hostile_plan())) == "");
  CHECK(problems_of(value_of(Sample{})) == "");
  Sample scanned = sample_plan();
  scanned.source.format = documents::Format::ScannedPdf;
  scanned.plan.tasks[0].place.page = 2;
  scanned.plan.tasks[0].place.box = documents::Box{72, 80.5, 520, 96};
  scanned.plan.document.issued_on.reset();
  scanned.plan.document.issued_not_before = scanned.plan.references[1].date;
  CHECK(problems_of(value_of(scanned)) == "");
}

TEST_CASE("the schema notices what does not belong") {
  for (const auto& [path, wrong] :
       std::initializer_list<std::pair<const char*, json::Value>>{{"/tasks/0/confidence/deadline", 1.5},
                                                                  {"/tasks/0/deadline/kind", "soon"},
                                                                  {"/document/issued_on", "10/3/2025"},
                                                                  {"/tasks/0/targets/0/comparison", ">"},
                                                                  {"/findings/0/code", "odd"},
                                                                  {"/tasks/0/span/begin", -1}}) {
    CAPTURE(path);
    json::Value plan = value_of(sample_plan());
    boost::json::error_code missing;
    json::Value* place = plan.find_pointer(path, missing);
    REQUIRE(place);
    *place = wrong;
    CHECK(problems_of(plan) != "");
  }
}

TEST_CASE("what nobody wrote is null, not an empty text") {
  const json::Value plan = value_of(Sample{});
  for (const char* key : {"number", "issued_on", "issued_year", "place", "issuer", "kind", "signer", "subject"}) {
    CAPTURE(key);
    CHECK(plan.at("document").at(key).is_null());
  }
}

TEST_CASE("deadlines are told in the words of the contract") {
  const json::Value plan = value_of(sample_plan());
  const auto deadline = [&](std::size_t task) { return json::compact(plan.at("tasks").at(task).at("deadline")); };
  CHECK(
      deadline(0) ==
      R"({"kind":"by","date":"2025-05-30","time":"17:00","phrase":"trước 17 giờ 00 ngày 30/5/2025","inherited":false})");
  CHECK(deadline(1) ==
        R"({"kind":"recurring","every":"month","day":25,"phrase":"trước ngày 25 hằng tháng","inherited":false})");
  CHECK(deadline(3) == R"({"kind":"continuous","phrase":"Thường xuyên","inherited":false})");
  CHECK(deadline(4).starts_with(R"({"kind":"relative","days":10,"unit":"working-day","from":"issue","phrase")"));
  CHECK(deadline(5).starts_with(
      R"({"kind":"relative","days":1,"unit":"working-day","from":"event","event":"nhận được phản ánh")"));
  CHECK(deadline(7).starts_with(R"({"kind":"recurring","every":"quarter","day":null)"));
  CHECK(deadline(8) == "null");
}

TEST_CASE("a span cuts the task's own words out of the text") {
  const Sample sample = sample_plan();
  const std::u32string text = decode_utf8(sample.source.text);
  const json::Value plan = value_of(sample);
  for (const json::Value& task : plan.at("tasks").as_array()) {
    const auto begin = task.at("span").at("begin").to_number<std::size_t>(),
               end = task.at("span").at("end").to_number<std::size_t>();
    CHECK(encode_utf8(text.substr(begin, end - begin)) == task.at("text").as_string().c_str());
  }
}
