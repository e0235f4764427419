// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <tuple>
#include <variant>
#include <vector>

#include "db/database.hpp"
#include "organisations/history.hpp"

namespace haidang::organisations {

/// The tables that are made from a history, in the order in which they are written.
enum class Table { Organisations, Names, Parents, Successors, Ancestors };

/// A row without its tenant; the cells of the primary key come first.
struct ProjectedRow {
  Table table;
  std::vector<std::variant<std::monostate, std::int64_t, std::string>> cells;
  friend auto operator<=>(const ProjectedRow& a, const ProjectedRow& b) {
    return std::tie(a.table, a.cells) <=> std::tie(b.table, b.cells);
  }
  friend bool operator==(const ProjectedRow&, const ProjectedRow&) = default;
};

/// What the tables hold for a history on a day.
std::set<ProjectedRow> projected(const History&, LocalDate structure_on);

/// Changes the tables from one state to another: only the rows that differ.
void write_difference(db::Write&, TenantId, const std::set<ProjectedRow>& before, const std::set<ProjectedRow>& after);
void clear_projection(db::Write&, TenantId);

}  // namespace haidang::organisations
