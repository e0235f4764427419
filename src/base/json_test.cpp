// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

#include <doctest/doctest.h>

#include <random>

#include "base/vietnamese.hpp"

using namespace haidang;

namespace {

std::string parameter(const Rejection& rejection, std::string_view name) {
  for (const auto& [key, value] : rejection.parameters)
    if (key == name) return value;
  return {};
}

std::string place_of_error(std::string_view text) {
  const auto parsed = json::parse(text);
  if (parsed) return "none";
  return parameter(parsed.error(), "line") + ":" + parameter(parsed.error(), "column");
}

std::string random_text(std::mt19937& random) {
  static const auto letters = decode_utf8("abc\"\\/\n\t\x01 ềĐữ𝄞{}[]:,");
  std::u32string text;
  for (auto left = random() % 6; left > 0; --left) text += letters[random() % letters.size()];
  return encode_utf8(text);
}

json::Value random_number(std::mt19937& random) {
  if (random() % 2) return static_cast<std::int64_t>(random()) - (1LL << 31);
  if (random() % 2) return (static_cast<double>(random() % 100'000) + 0.5) / 1000 + 0.01;
  return std::ldexp(static_cast<double>(random() | 1U) + 0.5,
                    -static_cast<int>(random() % 200));  // whole doubles are written as whole numbers
}

json::Value random_value(std::mt19937& random, int depth) {
  const auto kind = random() % (depth > 0 ? 6 : 4);
  if (kind == 0) return nullptr;
  if (kind == 1) return random() % 2 == 0;
  if (kind == 2) return random_number(random);
  if (kind == 3) return json::Value(random_text(random));
  if (kind == 4) {
    json::Array array;
    for (auto left = random() % 4; left > 0; --left) array.push_back(random_value(random, depth - 1));
    return array;
  }
  json::Object object;
  for (auto left = random() % 4; left > 0; --left) object[random_text(random)] = random_value(random, depth - 1);
  return object;
}

}  // namespace

TEST_CASE("a syntax error is told with line and column, counted in characters") {
  CHECK(place_of_error("{\"a\": 1,\n \"b\" 2}") == "2:6");
  CHECK(place_of_error("[\"đề\", x]") == "1:8");
  CHECK(place_of_error("[1] 2") == "1:5");
  CHECK(place_of_error("[1,\n2") == "2:2");
  CHECK(place_of_error("") == "1:1");
  CHECK(place_of_error("[1]\n\n") == "none");
}

TEST_CASE("the same key twice, bad UTF-8, comments and too many levels are refused") {
  const auto twice = json::parse("{\"a\": 1, \"b\": {\"a\": 2}, \"a\": 3}");
  REQUIRE_FALSE(twice);
  CHECK(parameter(twice.error(), "reason").find("“a”") != std::string::npos);
  CHECK(json::parse("[{\"a\": 1}, {\"a\": 1}]"));
  CHECK_FALSE(json::parse("{\"\\u0061\": 1, \"a\": 1}"));
  CHECK_FALSE(json::parse("\"\xC3\x28\""));
  CHECK_FALSE(json::parse("[1] // x"));
  CHECK_FALSE(json::parse("[1e999]"));
  CHECK(json::parse(std::string(32, '[') + std::string(32, ']')));
  CHECK_FALSE(json::parse(std::string(33, '[') + std::string(33, ']')));
}

TEST_CASE("pretty output is indented, in the order set, with plain numbers") {
  json::Object inner{{"z", 93.38}, {"a", 1e21}, {"tiny", 0.0000001}, {"whole", 5.0}, {"list", json::Array{1, "đ"}}};
  inner["none"] = json::Array{};
  CHECK(json::pretty(inner) == R"({
  "z": 93.38,
  "a": 1000000000000000000000,
  "tiny": 0.0000001,
  "whole": 5,
  "list": [
    1,
    "đ"
  ],
  "none": []
}
)");
  CHECK(json::compact(inner) ==
        R"({"z":93.38,"a":1000000000000000000000,"tiny":0.0000001,"whole":5,"list":[1,"đ"],"none":[]})");
}

TEST_CASE("decimals are read to the last bit") {
  for (const auto* text : {"93.38", "0.1", "123456789.12345679", "4.35", "1.005", "0.000001234567"}) {
    CHECK(json::compact(*json::parse(text)) == text);
    CHECK(json::parse(text)->as_double() == std::stod(text));
  }
}

TEST_CASE("what is written reads back the same") {
  std::mt19937 random(4);
  for (int round = 0; round < 3'000; ++round) {
    const auto value = random_value(random, 4);
    for (const auto& text : {json::pretty(value), json::compact(value)}) {
      CAPTURE(text);
      const auto again = json::parse(text);
      REQUIRE(again);
      CHECK(*again == value);
    }
  }
}

TEST_CASE("damaged JSON never crashes and never reads twice differently") {
  std::mt19937 random(5);
  for (int round = 0; round < 3'000; ++round) {
    auto text = json::compact(random_value(random, 4));
    if (text.empty()) continue;
    text[random() % text.size()] = static_cast<char>(random());
    const auto value = json::parse(text);
    if (value) CHECK(json::compact(*json::parse(json::compact(*value))) == json::compact(*value));
  }
}

TEST_CASE("fields are read with their path, and the first error stays") {
  const auto value = *json::parse(R"({"days": 40, "name": "x", "on": true, "rule": {"deep": "1"}, "none": null})");
  json::Fields fields(value, "$");
  CHECK(fields.text("name") == "x");
  CHECK(fields.integer("days", 0, 3650) == 40);
  CHECK(fields.boolean("on", false));
  CHECK(fields.boolean("off", true));
  CHECK_FALSE(fields.text_if("none"));
  CHECK_FALSE(fields.array_if("list"));
  auto rule = fields.object("rule");
  CHECK_FALSE(fields.problem());
  CHECK(rule.integer("deep", 0, 9) == 0);
  CHECK(rule.text("deeper").empty());
  REQUIRE(rule.problem());
  CHECK(rule.problem()->code == Code::JsonFieldInvalid);
  CHECK(parameter(*rule.problem(), "path") == "$.rule.deep");
}

TEST_CASE("a key that nobody asks for is found") {
  const auto value = *json::parse(R"({"days": 40, "dais": 4})");
  json::Fields fields(value, "$.budget");
  CHECK(fields.integer("days", 0, 3650) == 40);
  REQUIRE(fields.problem());
  CHECK(fields.problem()->code == Code::JsonUnknownField);
  CHECK(parameter(*fields.problem(), "path") == "$.budget.dais");
}

TEST_CASE("a missing field, a number out of range and a wrong kind are told apart") {
  const auto value = *json::parse(R"({"days": 4000, "rule": []})");
  json::Fields missing(value, "$");
  CHECK(missing.object("start").text("x").empty());
  CHECK(missing.problem()->code == Code::JsonFieldMissing);
  json::Fields range(value, "$");
  CHECK(range.integer("days", 0, 3650) == 0);
  CHECK(range.problem()->code == Code::JsonFieldInvalid);
  json::Fields kind(value, "$");
  CHECK(kind.object_if("rule")->problem()->code == Code::JsonFieldInvalid);
  CHECK(kind.problem()->code == Code::JsonFieldInvalid);
  json::Fields none(json::Value(1), "$");
  CHECK(none.problem()->code == Code::JsonFieldInvalid);
  json::Fields own(value, "$");
  own.fail("rule", "first");
  own.fail("days", "second");
  CHECK(parameter(*own.problem(), "reason") == "first");
}
