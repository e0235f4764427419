// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <string>
#include <vector>

#include "db/database.hpp"

namespace haidang::db {

/// The types of the one dialect; `Other` is what no migration should use.
enum class ColumnType { BigInt, Text, Bytes, Double, Other };

struct Column {
  std::string name;
  ColumnType type = ColumnType::Other;
  bool nullable = true;
  friend auto operator<=>(const Column&, const Column&) = default;
};

struct Index {
  std::string name;  ///< "" for the index of a primary key or unique constraint, which each engine names in its own way
  bool unique = false, primary = false, partial = false;
  std::vector<std::string> columns;  ///< "(expression)" where it is not a column
  friend auto operator<=>(const Index&, const Index&) = default;
};

struct Table {
  std::string name;
  std::vector<Column> columns;
  std::vector<Index> indexes;  ///< sorted
};

struct View {
  std::string name;
  std::vector<std::string> columns;
};

/// As it stands in the database, whoever made it; sorted by name.
struct Schema {
  std::vector<Table> tables;
  std::vector<View> views;
};
Schema schema_of(Database&);

/// What differs, in words for a programmer; empty when the two are alike.
std::vector<std::string> differences(const Schema& left, const Schema& right);

/// Where a schema breaks the rules of the house: every table has a primary key, only the four types are used, and
/// tenant_id is the first column of every key and index.
std::vector<std::string> broken_rules(const Schema&);

}  // namespace haidang::db
