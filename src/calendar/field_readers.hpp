// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "base/time.hpp"
#include "calendar/calendar_definition.hpp"

namespace haidang::calendar {

/// Text of an enumerator in files, one table per enumeration.
template <class Enum>
using Names = std::vector<std::pair<std::string_view, Enum>>;

/// The enumerator of a text; fails the field with the list of what is allowed.
template <class Enum>
Enum read_name(json::Fields& fields, std::string_view key, const Names<Enum>& names,
               std::optional<Enum> when_absent = {}) {
  const auto text = when_absent ? fields.text_if(key) : std::optional<std::string>(fields.text(key));
  if (!text) return *when_absent;
  std::string allowed;
  for (const auto& [name, value] : names) {
    if (name == *text) return value;
    allowed += (allowed.empty() ? "" : " | ") + std::string(name);
  }
  fields.fail(key, "“" + *text + "” ≠ " + allowed);
  return names.front().second;
}

template <class Enum>
std::string_view name_of(Enum value, const Names<Enum>& names) {
  for (const auto& [name, candidate] : names)
    if (candidate == value) return name;
  return {};
}

/// A day between 2000 and 2099.
LocalDate read_date(json::Fields&, std::string_view key);
std::optional<LocalDate> read_date_if(json::Fields&, std::string_view key);
/// A wall-clock minute in Vietnam ("2026-04-07T16:40"), a moment with an offset, or a day (its first minute).
LocalMinute read_moment(json::Fields&, std::string_view key);
std::optional<LocalMinute> read_moment_if(json::Fields&, std::string_view key);
/// "15:00" as minutes since midnight; "24:00" is the end of the day.
std::optional<int> parse_clock(std::string_view);
std::optional<int> read_clock_if(json::Fields&, std::string_view key);
/// {"vi": …, "en": …}; the English text may be absent, then it is the Vietnamese one.
BilingualText read_text(json::Fields&, std::string_view key);
std::optional<BilingualText> read_text_if(json::Fields&, std::string_view key);
/// {"document": …, "verified": …, "note": …}.
Source read_source(json::Fields&, std::string_view key);

/// What a nested object's problem says, in no language: "$.rule.source.document: …"; for `Fields::fail`.
std::string reason_of(const Rejection&);
/// Keeps the first of several problems.
void keep(std::optional<Rejection>& first, std::optional<Rejection> next);

}  // namespace haidang::calendar
