// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "base/json.hpp"

namespace haidang::json {
namespace {

Rejection invalid(std::string path, std::string reason) {
  return {Code::JsonFieldInvalid, {{"path", std::move(path)}, {"reason", std::move(reason)}}, {}};
}

}  // namespace

Fields::Fields(const Value& value, std::string path) : object_(value.if_object()), path_(std::move(path)) {
  if (!object_) first_ = invalid(path_, "cần đối tượng {…} (an object is expected)");
}

std::string Fields::path_of(std::string_view key) const {
  return path_ + "." + std::string(key);
}

void Fields::fail(std::string_view key, std::string reason) {
  if (!first_) first_ = invalid(path_of(key), std::move(reason));
}

const Value* Fields::find(std::string_view key) {
  asked_.emplace(key);
  if (!object_) return nullptr;
  const auto* value = object_->if_contains({key.data(), key.size()});
  return value && !value->is_null() ? value : nullptr;
}

const Value* Fields::require(std::string_view key) {
  const auto* value = find(key);
  if (!value && !first_) first_ = Rejection{Code::JsonFieldMissing, {{"path", path_of(key)}}, {}};
  return value;
}

std::string Fields::text_of(const Value& value, std::string_view key) {
  if (const auto* text = value.if_string()) return std::string(text->data(), text->size());
  fail(key, "cần chuỗi ký tự (a string is expected)");
  return {};
}

std::int64_t Fields::integer_of(const Value& value, std::string_view key, Range range) {
  const auto* number = value.if_int64();
  if (number && *number >= range.least && *number <= range.most) return *number;
  fail(key, fmt::format("cần số nguyên từ {0} đến {1} (a whole number from {0} to {1} is expected)", range.least,
                        range.most));
  return {};
}

std::string Fields::text(std::string_view key) {
  const auto* value = require(key);
  return value ? text_of(*value, key) : std::string();
}

std::optional<std::string> Fields::text_if(std::string_view key) {
  if (const auto* value = find(key)) return text_of(*value, key);
  return std::nullopt;
}

std::int64_t Fields::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const auto* value = require(key);
  return value ? integer_of(*value, key, {least, most}) : 0;
}

std::optional<std::int64_t> Fields::integer_if(std::string_view key, std::int64_t least, std::int64_t most) {
  if (const auto* value = find(key)) return integer_of(*value, key, {least, most});
  return std::nullopt;
}

bool Fields::boolean(std::string_view key, bool when_absent) {
  const auto* value = find(key);
  if (!value) return when_absent;
  if (const auto* boolean = value->if_bool()) return *boolean;
  fail(key, "cần true hoặc false (true or false is expected)");
  return when_absent;
}

const Array* Fields::array_if(std::string_view key) {
  const auto* value = find(key);
  if (!value) return nullptr;
  if (!value->is_array()) fail(key, "cần danh sách […] (an array is expected)");
  return value->if_array();
}

Fields Fields::object(std::string_view key) {
  static const Value nothing;
  const auto* value = require(key);
  Fields inner(value ? *value : nothing, path_of(key));
  if (!value) inner.first_ = first_;
  if (!first_) first_ = inner.first_;
  return inner;
}

std::optional<Fields> Fields::object_if(std::string_view key) {
  if (find(key)) return object(key);
  return std::nullopt;
}

std::optional<Rejection> Fields::problem() const {
  if (first_ || !object_) return first_;
  for (const auto& field : *object_)
    if (!asked_.contains(std::string_view(field.key().data(), field.key().size())))
      return Rejection{Code::JsonUnknownField, {{"path", path_of({field.key().data(), field.key().size()})}}, {}};
  return std::nullopt;
}

}  // namespace haidang::json
