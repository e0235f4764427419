// SPDX-License-Identifier: Apache-2.0
#include "db/schema.hpp"

#include <algorithm>
#include <array>

#include "sql.hpp"

namespace haidang::db {
namespace {

constexpr std::string_view kOwnTable = "schema_migrations";

ColumnType type_of(std::string_view declared) {
  struct TypeName {
    std::string_view name;
    ColumnType type;
  };
  // As declared in SQLite and as PostgreSQL calls it are the same words, because the dialect is one.
  constexpr std::array kNames{TypeName{"BIGINT", ColumnType::BigInt}, TypeName{"TEXT", ColumnType::Text},
                              TypeName{"BYTEA", ColumnType::Bytes}, TypeName{"DOUBLE PRECISION", ColumnType::Double}};
  const auto found = std::ranges::find(kNames, declared, &TypeName::name);
  return found == kNames.end() ? ColumnType::Other : found->type;
}

struct Queries {
  Statement tables, columns, indexes;
};

const Queries& queries_of(Engine engine) {
  static constexpr Queries kSqlite{sql::kListTablesSqlite, sql::kListColumnsSqlite, sql::kListIndexesSqlite};
  static constexpr Queries kPostgres{sql::kListTablesPostgres, sql::kListColumnsPostgres, sql::kListIndexesPostgres};
  return engine == Engine::SQLite ? kSqlite : kPostgres;
}

/// Rows are (index, name, unique, primary, partial, column), the columns of one index together and in order.
std::vector<Index> indexes_in(const Rows& rows) {
  std::vector<Index> indexes;
  std::string last;
  for (const auto row : rows) {
    if (indexes.empty() || row.text(0) != last)
      indexes.push_back({row.text(1), row.truth(2), row.truth(3), row.truth(4), {}});
    indexes.back().columns.push_back(row.text_if(5).value_or("(expression)"));
    last = row.text(0);
  }
  std::ranges::sort(indexes);
  return indexes;
}

std::vector<Column> columns_in(const Rows& rows) {
  std::vector<Column> columns;
  for (const auto row : rows) columns.push_back({row.text(0), type_of(row.text(1)), row.truth(2)});
  return columns;
}

std::string words_of(const Index& index) {
  std::string words = index.primary ? "primary key" : index.unique ? "unique index" : "index";
  if (!index.name.empty()) words += " " + index.name;
  words += " (";
  for (const auto& column : index.columns) words += (words.back() == '(' ? "" : ", ") + column;
  return words + (index.partial ? ") where …" : ")");
}

std::string words_of(const Column& column) {
  constexpr std::array kTypes{"BIGINT", "TEXT", "BYTEA", "DOUBLE PRECISION", "another type"};
  return column.name + " " + kTypes[static_cast<std::size_t>(column.type)] + (column.nullable ? "" : " NOT NULL");
}

std::string words_of(const std::string& name) {
  return name;
}

/// What one list has and the other has not.
template <class Item>
void compare(const std::string& place, const std::vector<Item>& left, const std::vector<Item>& right,
             std::vector<std::string>& found) {
  for (const auto& item : left)
    if (std::ranges::find(right, item) == right.end()) found.push_back(place + ": only left: " + words_of(item));
  for (const auto& item : right)
    if (std::ranges::find(left, item) == left.end()) found.push_back(place + ": only right: " + words_of(item));
}

template <class Item>
std::vector<std::string> names_of(const std::vector<Item>& items) {
  std::vector<std::string> names;
  for (const auto& item : items) names.push_back(item.name);
  return names;
}

}  // namespace

Schema schema_of(Database& database) {
  const auto& queries = queries_of(database.engine());
  return database.read([&](Read& tx) {
    Schema schema;
    for (const auto row : tx.query(queries.tables)) {
      const auto& name = row.text(0);
      const auto columns = columns_in(tx.query(queries.columns, {name}));
      if (row.truth(1))
        schema.views.push_back({name, names_of(columns)});
      else
        schema.tables.push_back({name, columns, indexes_in(tx.query(queries.indexes, {name}))});
    }
    return schema;
  });
}

std::vector<std::string> differences(const Schema& left, const Schema& right) {
  std::vector<std::string> found;
  compare("tables", names_of(left.tables), names_of(right.tables), found);
  compare("views", names_of(left.views), names_of(right.views), found);
  for (const auto& table : left.tables) {
    const auto other = std::ranges::find(right.tables, table.name, &Table::name);
    if (other == right.tables.end()) continue;
    compare(table.name, table.columns, other->columns, found);
    compare(table.name, table.indexes, other->indexes, found);
  }
  for (const auto& view : left.views) {
    const auto other = std::ranges::find(right.views, view.name, &View::name);
    if (other != right.views.end()) compare(view.name, view.columns, other->columns, found);
  }
  return found;
}

std::vector<std::string> broken_rules(const Schema& schema) {
  std::vector<std::string> found;
  for (const auto& table : schema.tables) {
    if (table.name == kOwnTable) continue;
    for (const auto& column : table.columns)
      if (column.type == ColumnType::Other) found.push_back(table.name + ": " + words_of(column));
    if (std::ranges::none_of(table.indexes, &Index::primary)) found.push_back(table.name + ": no primary key");
    for (const auto& index : table.indexes)
      if (index.columns.front() != "tenant_id")
        found.push_back(table.name + ": no tenant_id first in " + words_of(index));
  }
  return found;
}

}  // namespace haidang::db
