// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <optional>
#include <type_traits>
#include <typeindex>
#include <vector>

#include "base/codec_leaves.hpp"
#include "base/ensure.hpp"

/// Described structs to JSON and back, and their JSON Schema: the types of the API are declared once, in C++.
///
///   struct RenameOrganisation { std::string name; LocalDate on; std::optional<std::string> reason; };
///   BOOST_DESCRIBE_STRUCT(RenameOrganisation, (), (name, on, reason))
///
///   Result<RenameOrganisation> command = codec::read<RenameOrganisation>(json);   // JsonFieldMissing,
///   JsonFieldInvalid, JsonUnknownField json::Value value = codec::write(command);
///
/// Members keep their names. std::optional may be absent or null, and is left out when empty; everything else is
/// required. Described enumerations are text: `NearDue` is "near_due". Ids are text of digits, because JavaScript
/// rounds large numbers.
namespace haidang::codec {

template <class T>
json::Value write(const T&);
template <class T>
T read_value(Reader&, const json::Value&);

namespace detail {

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
concept Leaf = requires(const T& value, Reader& reader, const json::Value& found) {
  { write_leaf(value) } -> std::convertible_to<json::Value>;
  read_leaf(reader, found, LeafTag<T>{});
};
template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <Described T>
json::Value write_struct(const T& value) {
  json::Object object;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    const auto& field = value.*member.pointer;
    if constexpr (IsOptional<std::decay_t<decltype(field)>>::value) {
      if (field) object[member.name] = codec::write(*field);
    } else {
      object[member.name] = codec::write(field);
    }
  });
  return object;
}

template <Described T>
T read_struct(Reader& reader, const json::Value& value) {
  T result{};
  auto fields = reader.enter_object(value);
  if (!fields) return result;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    auto& field = result.*member.pointer;
    using Field = std::decay_t<decltype(field)>;
    constexpr bool kOptional = IsOptional<Field>::value;
    const json::Value* found = reader.enter_field(*fields, member.name, kOptional ? Need::Optional : Need::Required);
    if constexpr (kOptional) {
      if (found) field = read_value<typename Field::value_type>(reader, *found);
    } else {
      if (found) field = read_value<Field>(reader, *found);
    }
    reader.leave_field();
  });
  reader.leave_object(*fields);
  return result;
}

template <class T>
T read_vector(Reader& reader, const json::Value& value) {
  T result;
  const json::Array* items = reader.array_of(value);
  if (!items) return result;
  for (std::size_t index = 0; index < items->size(); ++index) {
    reader.enter_item(index);
    result.push_back(read_value<typename T::value_type>(reader, (*items)[index]));
    reader.leave_field();
  }
  return result;
}

template <DescribedEnum T>
std::vector<std::string> enum_words() {
  std::vector<std::string> words;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
      [&](auto enumerator) { words.push_back(snake_case(enumerator.name)); });
  return words;
}

}  // namespace detail

/// The word of a described enumerator: `NearDue` → "near_due". The same word stands in JSON, SQL and URLs.
template <detail::DescribedEnum T>
std::string word_of(T value) {
  std::string word;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
    if (enumerator.value == value) word = snake_case(enumerator.name);
  });
  return word;
}

/// Nothing when no enumerator has this word.
template <detail::DescribedEnum T>
std::optional<T> from_word(std::string_view word) {
  std::optional<T> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
    if (snake_case(enumerator.name) == word) found = enumerator.value;
  });
  return found;
}

template <class T>
json::Value write(const T& value) {
  if constexpr (detail::Leaf<T>) {
    return write_leaf(value);
  } else if constexpr (detail::IsOptional<T>::value) {
    return value ? write(*value) : json::Value(nullptr);
  } else if constexpr (detail::IsVector<T>::value) {
    json::Array items;
    items.reserve(value.size());
    for (const auto& item : value) items.push_back(write(item));
    return items;
  } else if constexpr (detail::DescribedEnum<T>) {
    return json::Value(word_of(value));
  } else {
    static_assert(detail::Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
    return detail::write_struct(value);
  }
}

template <class T>
T read_value(Reader& reader, const json::Value& value) {
  if constexpr (detail::Leaf<T>) {
    return read_leaf(reader, value, LeafTag<T>{});
  } else if constexpr (detail::IsVector<T>::value) {
    return detail::read_vector<T>(reader, value);
  } else if constexpr (detail::DescribedEnum<T>) {
    const auto word = reader.text_of(value);
    const auto found = from_word<T>(word);
    if (!found) reader.fail_choice(word, detail::enum_words<T>());
    return found.value_or(T{});
  } else {
    static_assert(detail::Described<T>, "describe the struct with BOOST_DESCRIBE_STRUCT");
    return detail::read_struct<T>(reader, value);
  }
}

/// Rejects JsonFieldMissing, JsonFieldInvalid, JsonUnknownField, with the path of the first field that is wrong.
template <class T>
Result<T> read(const json::Value& value) {
  Reader reader;
  T result = read_value<T>(reader, value);
  if (const auto& problem = reader.problem()) return tl::unexpected(*problem);
  return result;
}

/// Collects the JSON Schemas (2020-12) of described types under "#/components/schemas/NAME", each once.
class SchemaBook {
 public:
  /// The schema to put where a T stands: a `$ref` for a described type.
  template <class T>
  json::Value schema_of() {
    if constexpr (detail::Leaf<T>) {
      return leaf_schema(LeafTag<T>{});
    } else if constexpr (detail::IsOptional<T>::value) {
      return schema_of<typename T::value_type>();
    } else if constexpr (detail::IsVector<T>::value) {
      return json::Object{{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
    } else {
      return reference<T>();
    }
  }
  /// All schemas collected, by name.
  const json::Object& schemas() const { return schemas_; }

 private:
  template <class T>
  json::Value reference() {
    const auto name = type_name(typeid(T));
    ensure(names_.try_emplace(name, typeid(T)).first->second == typeid(T), "two types of the API have one name");
    if (!schemas_.contains(name)) {
      schemas_[name] = nullptr;  // stands for itself while its members are described
      schemas_[name] = describe<T>();
    }
    return json::Object{{"$ref", "#/components/schemas/" + name}};
  }

  template <class T>
  json::Value describe() {
    if constexpr (detail::DescribedEnum<T>) {
      json::Array words;
      for (const auto& word : detail::enum_words<T>()) words.emplace_back(word);
      return json::Object{{"type", "string"}, {"enum", words}};
    } else {
      json::Object properties;
      json::Array required;
      boost::mp11::mp_for_each<detail::Members<T>>([&](auto member) {
        using Field = std::decay_t<decltype(std::declval<T>().*member.pointer)>;
        properties[member.name] = schema_of<Field>();
        if constexpr (!detail::IsOptional<Field>::value) required.emplace_back(member.name);
      });
      json::Object schema{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
      if (!required.empty()) schema["required"] = required;
      return schema;
    }
  }

  json::Object schemas_;
  std::map<std::string, std::type_index> names_;
};

}  // namespace haidang::codec
