// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "api_types.hpp"
#include "organisations/history.hpp"

namespace haidang::review {

/// Looks up the agencies that a document names, as they were on its date.
class PartyResolver {
 public:
  /// `issuer`: as the document's head says it, or empty.
  PartyResolver(std::shared_ptr<const organisations::History>, LocalDate on, std::string_view issuer);

  ReviewParty of_name(const std::string& name) const;
  ReviewParty of_edit(const api::PartyEdit&) const;

 private:
  PartyOrganisation link(OrganisationId) const;
  ReviewParty of_group(const std::string& name, const std::string& code) const;

  std::shared_ptr<const organisations::History> history_;  // shared: it may be replaced while this one is in use
  LocalDate on_;
  std::optional<OrganisationId> issuer_;
};

/// The name of an organisation today, or on its last day.
std::string name_of(const organisations::History&, OrganisationId, LocalDate today);

/// Whether a task may be given to these owners: there is one, and each is known.
bool is_settled(const std::vector<ReviewParty>& owners);

}  // namespace haidang::review
