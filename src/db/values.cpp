// SPDX-License-Identifier: Apache-2.0
#include "base/ensure.hpp"
#include "db/database.hpp"

namespace haidang::db {
namespace {

template <class T>
const T& get(const Value& value) {
  const auto* found = std::get_if<T>(&value.storage());
  ensure(found != nullptr, "a column has the type that is asked for, and is not null");
  return *found;
}

}  // namespace

const Value& Rows::Row::cell(std::size_t column) const {
  ensure(column < columns_, "the query has that many columns");
  return cells_[column];
}

bool Rows::Row::is_null(std::size_t column) const {
  return std::holds_alternative<std::monostate>(cell(column).storage());
}

std::int64_t Rows::Row::integer(std::size_t column) const {
  return get<std::int64_t>(cell(column));
}

double Rows::Row::number(std::size_t column) const {
  const auto& value = cell(column);
  if (const auto* whole = std::get_if<std::int64_t>(&value.storage())) return static_cast<double>(*whole);
  return get<double>(value);
}

const std::string& Rows::Row::text(std::size_t column) const {
  return get<std::string>(cell(column));
}

const std::string& Rows::Row::bytes(std::size_t column) const {
  return get<Bytes>(cell(column)).bytes;
}

LocalDate Rows::Row::date(std::size_t column) const {
  const auto parsed = parse_date(text(column));
  ensure(parsed.has_value(), "a column that is read as a date holds one");
  return *parsed;
}

Instant Rows::Row::instant(std::size_t column) const {
  return Instant(std::chrono::milliseconds(integer(column)));
}

std::optional<std::int64_t> Rows::Row::integer_if(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Rows::Row::number_if(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(number(column));
}

std::optional<std::string> Rows::Row::text_if(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<LocalDate> Rows::Row::date_if(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(date(column));
}

std::optional<Instant> Rows::Row::instant_if(std::size_t column) const {
  return is_null(column) ? std::nullopt : std::optional(instant(column));
}

}  // namespace haidang::db
