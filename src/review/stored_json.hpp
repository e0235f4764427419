// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/codec.hpp"
#include "base/ensure.hpp"

/// Columns that hold described values as JSON, and enumerators as words. What cannot be read back is our bug.
namespace haidang::review {

template <class T>
std::string stored_json(const T& value) {
  return json::compact(codec::write(value));
}

template <class T>
T from_stored_value(const json::Value& value) {
  if constexpr (codec::detail::IsVector<T>::value) {
    codec::Reader reader;
    T result = codec::read_value<T>(reader, value);
    ensure(!reader.problem(), "a stored list has its fields");
    return result;
  } else {
    auto result = codec::read<T>(value);
    ensure(result.has_value(), "a stored value has its fields");
    return std::move(*result);
  }
}

template <class T>
T from_stored(const std::string& text) {
  const auto value = json::parse(text);
  ensure(value.has_value(), "a stored value is JSON");
  return from_stored_value<T>(*value);
}

template <class T>
T from_stored_word(const std::string& word) {
  const auto found = codec::from_word<T>(word);
  ensure(found.has_value(), "a stored word is known");
  return *found;
}

}  // namespace haidang::review
