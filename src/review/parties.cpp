// SPDX-License-Identifier: Apache-2.0
#include "parties.hpp"

#include <algorithm>

#include "organisations/groups.hpp"
#include "organisations/resolve.hpp"

namespace haidang::review {
namespace {

constexpr std::size_t kMostCandidates = 12;

PartyResolution resolution_of(organisations::Outcome outcome) {
  switch (outcome) {
    case organisations::Outcome::One:
      return PartyResolution::One;
    case organisations::Outcome::Group:
      return PartyResolution::Group;
    case organisations::Outcome::Ambiguous:
      return PartyResolution::Ambiguous;
    case organisations::Outcome::Unknown:
      return PartyResolution::Unknown;
  }
  return PartyResolution::Unknown;
}

}  // namespace

PartyResolver::PartyResolver(std::shared_ptr<const organisations::History> history, LocalDate on,
                             std::string_view issuer)
    : history_(std::move(history)), on_(on) {
  if (!issuer.empty()) issuer_ = organisations::find_issuer(*history_, issuer, on_);
}

PartyOrganisation PartyResolver::link(OrganisationId id) const {
  PartyOrganisation party{.id = id, .name = name_of(*history_, id, on_), .within = {}};
  const auto* life = history_->find(id);
  if (const auto parent = life ? life->parent_on(on_) : std::nullopt) party.within = name_of(*history_, *parent, on_);
  return party;
}

ReviewParty PartyResolver::of_name(const std::string& name) const {
  const auto found = organisations::resolve(*history_, name, {.on = on_, .within = issuer_});
  ReviewParty party;
  party.name = name;
  party.resolution = resolution_of(found.outcome);
  if (party.resolution == PartyResolution::One && !found.organisations.empty())
    party.organisation = link(found.organisations.front());
  if (party.resolution == PartyResolution::Group) {
    party.group = found.group;
    party.members = static_cast<int>(found.organisations.size());
  }
  for (const OrganisationId id : found.candidates)
    if (party.candidates.size() < kMostCandidates) party.candidates.push_back(link(id));
  return party;
}

ReviewParty PartyResolver::of_group(const std::string& name, const std::string& code) const {
  const auto* rule = organisations::find_group(code);
  if (!rule) return of_name(name);
  ReviewParty party;
  party.name = name.empty() ? rule->vietnamese : name;
  party.resolution = PartyResolution::Group;
  party.group = code;
  party.members = static_cast<int>(organisations::members_of(*history_, *rule, on_).size());
  return party;
}

ReviewParty PartyResolver::of_edit(const api::PartyEdit& edit) const {
  if (edit.organisation && history_->find(*edit.organisation)) {
    ReviewParty party;
    party.resolution = PartyResolution::One;
    party.organisation = link(*edit.organisation);
    party.name = party.organisation->name;
    return party;
  }
  if (edit.group) return of_group(edit.name, *edit.group);
  return of_name(edit.name);
}

std::string name_of(const organisations::History& history, OrganisationId id, LocalDate today) {
  const auto* life = history.find(id);
  return life ? life->named_on(today).naming.name : std::string();
}

bool is_settled(const std::vector<ReviewParty>& owners) {
  return !owners.empty() && std::all_of(owners.begin(), owners.end(), [](const ReviewParty& owner) {
    return owner.resolution == PartyResolution::One || owner.resolution == PartyResolution::Group;
  });
}

}  // namespace haidang::review
