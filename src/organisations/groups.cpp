// SPDX-License-Identifier: Apache-2.0
#include "organisations/groups.hpp"

#include <algorithm>
#include <charconv>

#include "base/codec.hpp"
#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "embedded/organisation_groups.hpp"
#include "order.hpp"
#include "pack_table.hpp"

namespace haidang::organisations {

namespace {

GroupRule rule_of(const std::vector<std::string_view>& row) {
  GroupRule rule{.code = std::string(row[0]),
                 .vietnamese = std::string(row[1]),
                 .kinds = {},
                 .name_begins = std::string(row[3]),
                 .least = 1,
                 .words = {}};
  for (const std::string_view word : listed(row[2])) {
    const auto kind = codec::from_word<OrganisationKind>(word);
    ensure(kind.has_value(), "groups.tsv names kinds that exist");
    rule.kinds.push_back(*kind);
  }
  std::from_chars(row[4].data(), row[4].data() + row[4].size(), rule.least);
  for (const std::string_view word : listed(row[5])) rule.words.emplace_back(word);
  return rule;
}

bool belongs(const GroupRule& rule, const Life& life, LocalDate date) {
  const Naming& naming = life.named_on(date).naming;
  return std::find(rule.kinds.begin(), rule.kinds.end(), naming.kind) != rule.kinds.end() &&
         naming.name.starts_with(rule.name_begins);
}

}  // namespace

const std::vector<GroupRule>& group_rules() {
  static const std::vector<GroupRule> rules = [] {
    std::vector<GroupRule> read;
    for (const auto& row : rows_of_table(embedded::organisation_groups(), 6)) read.push_back(rule_of(row));
    return read;
  }();
  return rules;
}

const GroupRule* find_group(std::string_view code) {
  const auto& rules = group_rules();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const GroupRule& rule) { return rule.code == code; });
  return found == rules.end() ? nullptr : &*found;
}

std::optional<OrganisationId> territory_of(const History& history, OrganisationId id, LocalDate date) {
  const Life* life = history.find(id);
  if (!life || life->began > date) return std::nullopt;
  for (const OrganisationId at : history.ancestors_of(history.answers_for(id, date), date)) {
    const OrganisationKind kind = history.find(at)->named_on(date).naming.kind;
    if (kind == OrganisationKind::Province || is_district(kind) || is_commune(kind)) return at;
  }
  return std::nullopt;
}

std::vector<const Life*> members_of(const History& history, const GroupRule& rule, LocalDate date,
                                    std::optional<OrganisationId> within) {
  std::optional<OrganisationId> territory = within;
  if (!territory) territory = history.root();
  if (territory) territory = territory_of(history, *territory, date);
  std::vector<const Life*> members;
  if (!territory) return members;
  for (const Life* life : history.existing_on(date))
    if (belongs(rule, *life, date) && history.is_within(life->id, *territory, date)) members.push_back(life);
  sort_by_kind_and_name(members, date);
  return members;
}

std::vector<const GroupRule*> groups_of(const History& history, const Life& life, LocalDate date) {
  std::vector<const GroupRule*> groups;
  const auto root = history.root();
  if (!root || !life.exists_on(date)) return groups;
  if (history.find(*root)->began > date || !history.is_within(life.id, history.answers_for(*root, date), date))
    return groups;
  for (const GroupRule& rule : group_rules())
    if (belongs(rule, life, date)) groups.push_back(&rule);
  return groups;
}

}  // namespace haidang::organisations
