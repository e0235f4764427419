// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "organisations/history.hpp"

namespace haidang::organisations {

/// A group that documents address by level, "UBND các quận, huyện": known by rule, not by a list, so that its members
/// follow every reorganisation. One row of packs/organisations/groups.tsv.
struct GroupRule {
  std::string code;        ///< "districts"
  std::string vietnamese;  ///< how a document writes it
  std::vector<OrganisationKind> kinds;
  std::string name_begins;         ///< only names that begin so; empty: all
  std::size_t least = 1;           ///< level words that a phrase must have to mean it
  std::vector<std::string> words;  ///< level words that it may have
};

const std::vector<GroupRule>& group_rules();
const GroupRule* find_group(std::string_view code);

/// Its members on a date within an organisation's territory, by kind and name. Nothing: within the tenant's own.
std::vector<const Life*> members_of(const History&, const GroupRule&, LocalDate,
                                    std::optional<OrganisationId> within = std::nullopt);
/// The groups an organisation belongs to on a date, within the tenant's own territory.
std::vector<const GroupRule*> groups_of(const History&, const Life&, LocalDate);

/// The nearest province, district or commune that an organisation is or belongs to on a date.
std::optional<OrganisationId> territory_of(const History&, OrganisationId, LocalDate);

}  // namespace haidang::organisations
