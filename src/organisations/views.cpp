// SPDX-License-Identifier: Apache-2.0
#include "views.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "order.hpp"
#include "organisations/structure.hpp"

namespace haidang::organisations {

namespace {

std::optional<LocalDate> last_day(const Life& life) {
  if (!life.ending) return std::nullopt;
  return add_days(life.ending->on, -1);
}

/// The date, or the nearest day of its life.
LocalDate day_of_life(const Life& life, LocalDate date) {
  if (date < life.began) return life.began;
  return life.exists_on(date) ? date : *last_day(life);
}

api::OrganisationRow row_of(const Life& life, LocalDate date, int children) {
  const LocalDate day = day_of_life(life, date);
  const Naming& naming = life.named_on(day).naming;
  return {.id = life.id,
          .name = naming.name,
          .short_name = naming.short_name,
          .kind = naming.kind,
          .code = naming.code,
          .parent = life.parent_on(day),
          .from = life.began,
          .until = last_day(life),
          .verified = life.verified,
          .children = children};
}

using Children = std::map<std::optional<OrganisationId>, std::vector<const Life*>>;

Children children_on(const History& history, LocalDate date) {
  Children children;
  for (const Life* life : history.existing_on(date)) children[life->parent_on(date)].push_back(life);
  for (auto& [parent, lives] : children) sort_by_kind_and_name(lives, date);
  return children;
}

void add_subtree(const Children& children, std::optional<OrganisationId> parent, LocalDate date,
                 std::vector<api::OrganisationRow>& rows) {
  const auto found = children.find(parent);
  if (found == children.end()) return;
  for (const Life* life : found->second) {
    const auto below = children.find(life->id);
    rows.push_back(row_of(*life, date, below == children.end() ? 0 : static_cast<int>(below->second.size())));
    add_subtree(children, life->id, date, rows);
  }
}

}  // namespace

api::OrganisationLink link_of(const History& history, OrganisationId id, LocalDate date) {
  const Life& life = history.lives().at(id);
  const LocalDate day = day_of_life(life, date);
  const Naming& naming = life.named_on(day).naming;
  api::OrganisationLink link{.id = id,
                             .name = naming.name,
                             .kind = naming.kind,
                             .within = std::nullopt,
                             .from = life.began,
                             .until = last_day(life)};
  if (const auto parent = life.parent_on(day)) link.within = history.lives().at(*parent).named_on(day).naming.name;
  return link;
}

std::vector<api::OrganisationLink> links_of(const History& history, const std::vector<OrganisationId>& ids,
                                            LocalDate date) {
  std::vector<api::OrganisationLink> links;
  links.reserve(ids.size());
  for (const OrganisationId id : ids) links.push_back(link_of(history, id, date));
  return links;
}

std::vector<api::OrganisationLink> links_of(const History& history, const std::vector<const Life*>& lives,
                                            LocalDate date) {
  std::vector<api::OrganisationLink> links;
  links.reserve(lives.size());
  for (const Life* life : lives) links.push_back(link_of(history, life->id, date));
  return links;
}

api::OrganisationsOnDate organisations_on(const History& history, LocalDate date) {
  api::OrganisationsOnDate answer{.on = date, .organisations = {}};
  add_subtree(children_on(history, date), std::nullopt, date, answer.organisations);
  return answer;
}

std::vector<api::OrganisationRow> rows_on(const History& history, const std::vector<OrganisationId>& ids,
                                          LocalDate date) {
  const std::set<OrganisationId> wanted(ids.begin(), ids.end());
  auto rows = organisations_on(history, date).organisations;
  std::erase_if(rows, [&](const api::OrganisationRow& row) { return !wanted.contains(row.id); });
  return rows;
}

namespace {

void tell_periods(const History& history, const Life& life, api::OrganisationDetail& detail) {
  const auto until = [&](const auto& periods, std::size_t i) {
    return i + 1 < periods.size() ? std::optional(add_days(periods[i + 1].from, -1)) : last_day(life);
  };
  for (std::size_t i = 0; i < life.names.size(); ++i) {
    const Naming& naming = life.names[i].naming;
    detail.names.push_back(
        {naming.name, naming.short_name, naming.kind, naming.code, life.names[i].from, until(life.names, i)});
  }
  for (std::size_t i = 0; i < life.parents.size(); ++i) {
    const ParentSince& since = life.parents[i];
    if (since.parent)
      detail.parents.push_back({link_of(history, *since.parent, since.from), since.from, until(life.parents, i)});
  }
}

}  // namespace

Result<api::OrganisationDetail> detail_of(const History& history, OrganisationId id, LocalDate date) {
  const auto found = history.get(id);
  if (!found) return pass_on(found);
  const Life& life = **found;
  const auto children = history.children_of(id, date);
  api::OrganisationDetail detail;
  detail.on = date;
  detail.exists = life.exists_on(date);
  detail.organisation = row_of(life, date, static_cast<int>(children.size()));
  tell_periods(history, life, detail);
  for (const EventPlace& place : life.events) detail.history.push_back(step_of(history, place));
  if (life.ending) detail.ended_by = detail.history.back();
  detail.predecessors = links_of(history, life.predecessors, add_days(life.began, -1));
  if (life.ending) detail.successors = links_of(history, life.ending->successors, life.ending->on);
  if (life.began <= date) detail.answerer = link_of(history, history.answers_for(id, date), date);
  auto sorted = children;
  sort_by_kind_and_name(sorted, date);
  detail.children = links_of(history, sorted, date);
  for (const GroupRule* rule : groups_of(history, life, date)) detail.groups.push_back({rule->code, rule->vietnamese});
  return detail;
}

Result<api::OrganisationAnswerer> answerer_of(const History& history, OrganisationId id, LocalDate date) {
  const auto life = history.get(id);
  if (!life) return pass_on(life);
  if ((*life)->began > date)
    return reject(Code::OrganisationNotThen,
                  {{"organisation", (*life)->names.front().naming.name}, {"date", on_paper(date)}});
  const auto chain = history.answering_chain(id, date);
  return api::OrganisationAnswerer{.on = date,
                                   .organisation = link_of(history, id, date),
                                   .answerer = link_of(history, chain.back(), date),
                                   .chain = links_of(history, chain, date)};
}

Result<api::StructureOverTime> structure_of(const History& history, LocalDate from, LocalDate to) {
  const auto mapped = in_structure_of(history, from, to);
  if (!mapped) return pass_on(mapped);
  api::StructureOverTime answer{.from = from, .to = to, .rows = {}};
  for (const auto& [organisation, answerer] : *mapped) {
    api::StructureRow row{.organisation = link_of(history, organisation, from),
                          .answerer = link_of(history, answerer, to),
                          .changed = false,
                          .verified = history.find(organisation)->verified};
    row.changed = organisation != answerer || row.organisation.name != row.answerer.name;
    for (const OrganisationId at : history.answering_chain(organisation, to)) {
      const auto& ending = history.find(at)->ending;
      if (ending && ending->on <= to) row.verified = row.verified && ending->verified;
    }
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

api::GroupsOnDate groups_on(const History& history, LocalDate date) {
  api::GroupsOnDate answer{.on = date, .items = {}};
  for (const GroupRule& rule : group_rules()) {
    const auto members = members_of(history, rule, date);
    if (!members.empty()) answer.items.push_back({rule.code, rule.vietnamese, links_of(history, members, date)});
  }
  return answer;
}

}  // namespace haidang::organisations
