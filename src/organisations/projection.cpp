// SPDX-License-Identifier: Apache-2.0
#include "projection.hpp"

#include <algorithm>
#include <array>

#include "base/codec.hpp"
#include "sql.hpp"

namespace haidang::organisations {

namespace {

using Cell = std::variant<std::monostate, std::int64_t, std::string>;

struct TableStatements {
  db::Statement insert, remove, clear;
  std::size_t key_cells;
};
constexpr std::array<TableStatements, 5> kTables{{
    {sql::kInsertOrganisation, sql::kDeleteOrganisation, sql::kClearOrganisations, 1},
    {sql::kInsertName, sql::kDeleteName, sql::kClearNames, 2},
    {sql::kInsertParent, sql::kDeleteParent, sql::kClearParents, 2},
    {sql::kInsertSuccessor, sql::kDeleteSuccessor, sql::kClearSuccessors, 2},
    {sql::kInsertAncestor, sql::kDeleteAncestor, sql::kClearAncestors, 2},
}};
const TableStatements& statements_of(Table table) {
  return kTables[static_cast<std::size_t>(table)];
}

Cell cell(const std::optional<std::string>& text) {
  return text ? Cell(*text) : Cell();
}
Cell cell(const std::optional<OrganisationId>& id) {
  return id ? Cell(id->value()) : Cell();
}
Cell cell(LocalDate date) {
  return Cell(iso(date));
}

/// Itself, whoever answers for it, and all above that one. Before its time: itself and what stands above its first
/// parent.
std::set<OrganisationId> ancestors(const History& history, const Life& life, LocalDate day) {
  std::set<OrganisationId> found{life.id};
  std::optional<OrganisationId> at = life.began <= day ? std::optional(life.id) : life.parents.front().parent;
  if (!at || history.find(*at)->began > day) return found;
  for (const OrganisationId id : history.answering_chain(*at, day)) found.insert(id);
  for (const OrganisationId id : history.ancestors_of(history.answers_for(*at, day), day)) found.insert(id);
  return found;
}

void project_life(const History& history, const Life& life, LocalDate day, std::set<ProjectedRow>& rows) {
  const std::int64_t id = life.id.value();
  const Naming& naming = life.named_on(day).naming;
  const OrganisationId answerer = life.began <= day ? history.answers_for(life.id, day) : life.id;
  rows.insert({Table::Organisations,
               {id, naming.name, cell(naming.short_name), codec::word_of(naming.kind), cell(naming.code),
                cell(life.parent_on(day)), cell(life.began), life.ending ? cell(life.ending->on) : Cell(),
                answerer.value(), std::int64_t{life.verified}}});
  for (const NamedSince& since : life.names)
    rows.insert({Table::Names,
                 {id, cell(since.from), since.naming.name, cell(since.naming.short_name),
                  codec::word_of(since.naming.kind), cell(since.naming.code)}});
  for (const ParentSince& since : life.parents)
    rows.insert({Table::Parents, {id, cell(since.from), cell(since.parent)}});
  if (life.ending) {
    std::set<OrganisationId> successors(life.ending->successors.begin(), life.ending->successors.end());
    successors.insert(life.ending->answerer);
    for (const OrganisationId successor : successors)
      rows.insert({Table::Successors,
                   {id, successor.value(), cell(life.ending->on), std::int64_t{successor == life.ending->answerer}}});
  }
  for (const OrganisationId above : ancestors(history, life, day)) rows.insert({Table::Ancestors, {id, above.value()}});
}

std::vector<db::Value> values_of(TenantId tenant, const ProjectedRow& row, std::size_t count) {
  std::vector<db::Value> values{tenant};
  for (std::size_t i = 0; i < count; ++i) {
    if (const auto* number = std::get_if<std::int64_t>(&row.cells[i]))
      values.emplace_back(*number);
    else if (const auto* text = std::get_if<std::string>(&row.cells[i]))
      values.emplace_back(*text);
    else
      values.emplace_back();
  }
  return values;
}

}  // namespace

std::set<ProjectedRow> projected(const History& history, LocalDate structure_on) {
  std::set<ProjectedRow> rows;
  for (const auto& [id, life] : history.lives()) project_life(history, life, structure_on, rows);
  return rows;
}

void write_difference(db::Write& transaction, TenantId tenant, const std::set<ProjectedRow>& before,
                      const std::set<ProjectedRow>& after) {
  for (const ProjectedRow& row : before) {
    const TableStatements& table = statements_of(row.table);
    if (!after.contains(row)) transaction.execute(table.remove, values_of(tenant, row, table.key_cells));
  }
  for (const ProjectedRow& row : after)
    if (!before.contains(row))
      transaction.execute(statements_of(row.table).insert, values_of(tenant, row, row.cells.size()));
}

void clear_projection(db::Write& transaction, TenantId tenant) {
  for (const TableStatements& table : kTables) transaction.execute(table.clear, {tenant});
}

}  // namespace haidang::organisations
