// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/core/demangle.hpp>
#include <charconv>
#include <limits>

#include "base/codec_leaves.hpp"

namespace haidang::codec {

void Reader::record(Code code, std::vector<std::pair<std::string, std::string>> parameters) {
  if (!first_) first_ = Rejection{code, std::move(parameters), {}};
}

std::optional<Reader::Entered> Reader::enter_object(const json::Value& value) {
  if (value.is_object()) return Entered{&value.get_object(), {}};
  fail("phải là một đối tượng { } · must be an object");
  return std::nullopt;
}

const json::Value* Reader::enter_field(Entered& entered, std::string_view key, Need need) {
  marks_.push_back(path_.size());
  path_.append(".").append(key);
  entered.asked.insert(key);
  const json::Value* found = entered.object->if_contains(key);
  if (found && !found->is_null()) return found;
  if (need == Need::Required) record(Code::JsonFieldMissing, {{"path", path_}});
  return nullptr;
}

void Reader::enter_item(std::size_t index) {
  marks_.push_back(path_.size());
  path_ += fmt::format("[{}]", index);
}

void Reader::leave_object(const Entered& entered) {
  for (const auto& field : *entered.object) {
    if (!entered.asked.contains(std::string_view(field.key()))) {
      record(Code::JsonUnknownField, {{"path", path_ + "." + std::string(field.key())}});
    }
  }
}

const json::Array* Reader::array_of(const json::Value& value) {
  if (value.is_array()) return &value.get_array();
  fail("phải là một danh sách [ ] · must be a list");
  return nullptr;
}

std::string Reader::text_of(const json::Value& value) {
  if (value.is_string()) return std::string(value.get_string());
  fail("phải là chữ · must be text");
  return {};
}

void Reader::fail(std::string reason) {
  record(Code::JsonFieldInvalid, {{"path", path_}, {"reason", std::move(reason)}});
}

void Reader::fail_choice(std::string_view word, const std::vector<std::string>& allowed) {
  fail(fmt::format("“{}”: {}", word, fmt::join(allowed, ", ")));
}

void Reader::adopt(const Rejection& rejection) {
  fail(message(rejection, Language::Vietnamese) + " · " + message(rejection, Language::English));
}

std::string read_leaf(Reader& reader, const json::Value& value, LeafTag<std::string>) {
  return reader.text_of(value);
}

bool read_leaf(Reader& reader, const json::Value& value, LeafTag<bool>) {
  if (value.is_bool()) return value.get_bool();
  reader.fail("phải là true hoặc false · must be true or false");
  return false;
}

namespace {

std::int64_t whole_number(Reader& reader, const json::Value& value, std::int64_t least, std::int64_t most) {
  boost::system::error_code error;
  const auto number = value.is_number() ? value.to_number<std::int64_t>(error) : 0;
  if (!value.is_number() || error || number < least || number > most) {
    reader.fail("phải là số nguyên trong phạm vi cho phép · must be a whole number within range");
    return 0;
  }
  return number;
}

template <class T>
T parsed(Reader& reader, const json::Value& value, Result<T> (*parse)(std::string_view)) {
  const auto text = reader.text_of(value);
  if (reader.problem()) return T{};
  auto result = parse(text);
  if (result) return *result;
  reader.adopt(result.error());
  return T{};
}

}  // namespace

int read_leaf(Reader& reader, const json::Value& value, LeafTag<int>) {
  using Limits = std::numeric_limits<int>;
  return static_cast<int>(whole_number(reader, value, Limits::min(), Limits::max()));
}

std::int64_t read_leaf(Reader& reader, const json::Value& value, LeafTag<std::int64_t>) {
  using Limits = std::numeric_limits<std::int64_t>;
  return whole_number(reader, value, Limits::min(), Limits::max());
}

double read_leaf(Reader& reader, const json::Value& value, LeafTag<double>) {
  if (value.is_number()) return value.to_number<double>();
  reader.fail("phải là số · must be a number");
  return 0;
}

json::Value read_leaf(Reader&, const json::Value& value, LeafTag<json::Value>) {
  return value;
}
LocalDate read_leaf(Reader& reader, const json::Value& value, LeafTag<LocalDate>) {
  return parsed<LocalDate>(reader, value, parse_date);
}
LocalMinute read_leaf(Reader& reader, const json::Value& value, LeafTag<LocalMinute>) {
  return parsed<LocalMinute>(reader, value, parse_local_minute);
}
Instant read_leaf(Reader& reader, const json::Value& value, LeafTag<Instant>) {
  return parsed<Instant>(reader, value, parse_instant);
}

std::int64_t read_id(Reader& reader, const json::Value& value) {
  const auto id = parse_id(value.is_string() ? std::string_view(value.get_string()) : std::string_view());
  if (!id) reader.fail("phải là một mã gồm chữ số · must be an id of digits");
  return id.value_or(0);
}

json::Value leaf_schema(LeafTag<std::string>) {
  return json::Object{{"type", "string"}};
}
json::Value leaf_schema(LeafTag<bool>) {
  return json::Object{{"type", "boolean"}};
}
json::Value leaf_schema(LeafTag<int>) {
  return json::Object{{"type", "integer"}, {"format", "int32"}};
}
json::Value leaf_schema(LeafTag<std::int64_t>) {
  return json::Object{{"type", "integer"}, {"format", "int64"}};
}
json::Value leaf_schema(LeafTag<double>) {
  return json::Object{{"type", "number"}};
}
json::Value leaf_schema(LeafTag<json::Value>) {
  return json::Object{};
}
json::Value leaf_schema(LeafTag<LocalDate>) {
  return json::Object{{"type", "string"}, {"format", "date"}};
}
json::Value leaf_schema(LeafTag<LocalMinute>) {
  return json::Object{{"type", "string"}, {"pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$"}};
}
json::Value leaf_schema(LeafTag<Instant>) {
  return json::Object{{"type", "string"}, {"format", "date-time"}};
}
json::Value id_schema() {
  return json::Object{{"type", "string"}, {"pattern", "^[1-9][0-9]{0,18}$"}};
}

std::string snake_case(std::string_view pascal_case) {
  std::string word;
  for (const char c : pascal_case) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && !word.empty()) word += '_';
    word += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return word;
}

std::string type_name(const std::type_info& type) {
  const auto full = boost::core::demangle(type.name());
  return full.substr(full.rfind(':') + 1);
}

std::optional<std::int64_t> parse_id(std::string_view digits) {
  std::int64_t value = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || stop != end || value <= 0) return std::nullopt;
  return value;
}

}  // namespace haidang::codec
