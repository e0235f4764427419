// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace haidang::json {

using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;

/// Rejects JsonMalformed (with line and column; also duplicate keys, bad UTF-8, more than 32 levels).
Result<Value> parse(std::string_view text);
std::string compact(const Value&);
/// Two-space indent, keys in the order they were set, numbers without exponent, a final newline.
std::string pretty(const Value&);

/// Reads the fields of one object and remembers which were asked for, so that misspelt keys are found.
/// Errors name the path ("$.rule.budget.days"). The first error is kept; what cannot be read returns an empty value.
/// An inner object has its own `problem()`, for its own unknown keys; that it is missing or no object is told by both.
///
///   json::Fields fields(value, "$");
///   auto days = fields.integer("days", 0, 3650);
///   if (auto problem = fields.problem()) return tl::unexpected(*problem);
class Fields {
 public:
  Fields(const Value&, std::string path);

  std::string text(std::string_view key);                    ///< required
  std::optional<std::string> text_if(std::string_view key);  ///< absent or null → nullopt
  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<std::int64_t> integer_if(std::string_view key, std::int64_t least, std::int64_t most);
  bool boolean(std::string_view key, bool when_absent);
  const Value* find(std::string_view key);  ///< absent or null → nullptr
  const Array* array_if(std::string_view key);
  Fields object(std::string_view key);  ///< required
  std::optional<Fields> object_if(std::string_view key);
  std::string path_of(std::string_view key) const;

  /// Records a rejection of the caller's own (a date that cannot be read) at a key, unless one is already kept.
  void fail(std::string_view key, std::string reason);
  /// The first error, else JsonUnknownField when a key was never asked for, else nothing.
  /// Codes: JsonFieldMissing, JsonFieldInvalid, JsonUnknownField.
  std::optional<Rejection> problem() const;

 private:
  struct Range {
    std::int64_t least, most;
  };
  const Value* require(std::string_view key);
  std::string text_of(const Value&, std::string_view key);
  std::int64_t integer_of(const Value&, std::string_view key, Range);

  const Object* object_ = nullptr;
  std::string path_;
  std::set<std::string, std::less<>> asked_;
  std::optional<Rejection> first_;
};

}  // namespace haidang::json
