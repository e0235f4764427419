// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <typeinfo>
#include <vector>

#include "base/id.hpp"
#include "base/json.hpp"
#include "base/time.hpp"

/// What `base/codec.hpp` is made of: the values that are not structs, and the reader that keeps the path of the first
/// error.
namespace haidang::codec {

template <class T>
struct LeafTag {};

enum class Need { Required, Optional };

/// Walks a JSON value; keeps the path, and the first thing that is wrong.
class Reader {
 public:
  struct Entered {
    const json::Object* object;
    std::set<std::string_view> asked;
  };
  std::optional<Entered> enter_object(const json::Value&);
  /// The value of a key, or nullptr when it is absent or null. A missing required one is recorded.
  const json::Value* enter_field(Entered&, std::string_view key, Need);
  void enter_item(std::size_t index);
  void leave_field() { path_.resize(marks_.back()), marks_.pop_back(); }
  void leave_object(const Entered&);  ///< records a key that nobody asked for
  const json::Array* array_of(const json::Value&);
  std::string text_of(const json::Value&);  ///< "" and a record when it is no text

  void fail(std::string reason);  ///< JsonFieldInvalid here
  void fail_choice(std::string_view word, const std::vector<std::string>& allowed);
  void adopt(const Rejection&);  ///< another reader's reason, at this path
  const std::optional<Rejection>& problem() const { return first_; }

 private:
  void record(Code, std::vector<std::pair<std::string, std::string>> parameters);
  std::string path_ = "$";
  std::vector<std::size_t> marks_;
  std::optional<Rejection> first_;
};

inline json::Value write_leaf(const std::string& value) {
  return json::Value(value);
}
inline json::Value write_leaf(bool value) {
  return json::Value(value);
}
inline json::Value write_leaf(int value) {
  return json::Value(value);
}
inline json::Value write_leaf(std::int64_t value) {
  return json::Value(value);
}
inline json::Value write_leaf(double value) {
  return json::Value(value);
}
inline json::Value write_leaf(const json::Value& value) {
  return value;
}
inline json::Value write_leaf(LocalDate value) {
  return json::Value(iso(value));
}
inline json::Value write_leaf(LocalMinute value) {
  return json::Value(iso(value));
}
inline json::Value write_leaf(Instant value) {
  return json::Value(iso(value));
}
template <class Tag>
json::Value write_leaf(Id<Tag> value) {
  return json::Value(std::to_string(value.value()));
}

std::string read_leaf(Reader&, const json::Value&, LeafTag<std::string>);
bool read_leaf(Reader&, const json::Value&, LeafTag<bool>);
int read_leaf(Reader&, const json::Value&, LeafTag<int>);
std::int64_t read_leaf(Reader&, const json::Value&, LeafTag<std::int64_t>);
double read_leaf(Reader&, const json::Value&, LeafTag<double>);
json::Value read_leaf(Reader&, const json::Value&, LeafTag<json::Value>);
LocalDate read_leaf(Reader&, const json::Value&, LeafTag<LocalDate>);
LocalMinute read_leaf(Reader&, const json::Value&, LeafTag<LocalMinute>);
Instant read_leaf(Reader&, const json::Value&, LeafTag<Instant>);
std::int64_t read_id(Reader&, const json::Value&);
template <class Tag>
Id<Tag> read_leaf(Reader& reader, const json::Value& value, LeafTag<Id<Tag>>) {
  return Id<Tag>(read_id(reader, value));
}

json::Value leaf_schema(LeafTag<std::string>);
json::Value leaf_schema(LeafTag<bool>);
json::Value leaf_schema(LeafTag<int>);
json::Value leaf_schema(LeafTag<std::int64_t>);
json::Value leaf_schema(LeafTag<double>);
json::Value leaf_schema(LeafTag<json::Value>);
json::Value leaf_schema(LeafTag<LocalDate>);
json::Value leaf_schema(LeafTag<LocalMinute>);
json::Value leaf_schema(LeafTag<Instant>);
json::Value id_schema();
template <class Tag>
json::Value leaf_schema(LeafTag<Id<Tag>>) {
  return id_schema();
}

std::string snake_case(std::string_view pascal_case);           ///< NearDue → near_due
std::string type_name(const std::type_info&);                   ///< without namespaces
std::optional<std::int64_t> parse_id(std::string_view digits);  ///< positive, at most 63 bits

}  // namespace haidang::codec
