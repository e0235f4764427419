// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "document_store.hpp"
#include "due_date.hpp"
#include "item.hpp"
#include "parties.hpp"
#include "review/parts.hpp"

namespace haidang::review {

/// Makes what a person sees of stored rows: names looked up once, words in the reader's language, deadlines counted.
class Views {
 public:
  Views(const Parts&, db::Read&, TenantId, LocalDate today, Language);

  TenantId tenant() const { return tenant_; }
  api::DocumentEntry entry(const DocumentRow&);
  api::ReviewItem item(const Item&, const DueDates&);
  api::DocumentPerson person(AccountId);
  api::DocumentOrganisation organisation(OrganisationId);
  /// Deadlines of this document, on the calendar of the tenant's offices.
  DueDates due_dates(const api::DocumentFacts&);

 private:
  const Parts& parts_;
  db::Read& read_;
  TenantId tenant_;
  LocalDate today_;
  Language language_;
  std::shared_ptr<const organisations::History> history_;  // shared: it may be replaced while this one is in use
  std::map<AccountId, std::string> names_;
};

}  // namespace haidang::review
