// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "act_from_draft.hpp"
#include "api_types.hpp"
#include "organisations/groups.hpp"
#include "organisations/history.hpp"
#include "organisations/resolve.hpp"

/// A history told in the words of the API.
namespace haidang::organisations {

api::OrganisationLink link_of(const History&, OrganisationId, LocalDate);
std::vector<api::OrganisationLink> links_of(const History&, const std::vector<OrganisationId>&, LocalDate);
std::vector<api::OrganisationLink> links_of(const History&, const std::vector<const Life*>&, LocalDate);

api::OrganisationsOnDate organisations_on(const History&, LocalDate);
/// Some rows of the tree of a date, in its order.
std::vector<api::OrganisationRow> rows_on(const History&, const std::vector<OrganisationId>&, LocalDate);

/// Rejects OrganisationUnknown.
Result<api::OrganisationDetail> detail_of(const History&, OrganisationId, LocalDate);
/// Rejects OrganisationUnknown, OrganisationNotThen.
Result<api::OrganisationAnswerer> answerer_of(const History&, OrganisationId, LocalDate);
/// Rejects StructureDatesReversed.
Result<api::StructureOverTime> structure_of(const History&, LocalDate from, LocalDate to);
api::GroupsOnDate groups_on(const History&, LocalDate);

struct Search {
  std::string_view text;
  std::optional<OrganisationKind> kind;
  std::size_t limit = 20;
};
api::OrganisationMatches search(const History&, const Search&, LocalDate);
/// Rejects TooManyNames.
Result<api::ResolvedNames> resolve_all(const History&, const api::ResolveNames&);

api::ReorganisationStep step_of(const History&, EventPlace);
enum class Steps { Some, All };
api::Reorganisation reorganisation_of(const History&, std::size_t act, Steps);

/// What the act would do, without doing it. Rejects what `History::with` rejects, but for what becomes a blocking
/// warning.
Result<api::ReorganisationPreview> preview_of(const History&, const DraftedAct&, LocalDate today, Language);

}  // namespace haidang::organisations
