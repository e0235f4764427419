// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "directives/plan.hpp"
#include "document_text.hpp"

namespace haidang::review {

/// How the name of an agency is looked up, on the document's date.
using ResolveName = std::function<ReviewParty(const std::string& name)>;

/// A task as read, as the content of a proposal.
ItemContent content_of(const directives::Task&, const PlaceFinder&, const ResolveName&);
ReviewDeadline deadline_of(const directives::Deadline&);
api::DocumentFacts facts_of(const directives::Header&);

/// What is stored of a finding: both languages, so that each reader gets theirs.
struct StoredFinding {
  std::string code, clause, vietnamese, english;
  TextPlace place;
};
BOOST_DESCRIBE_STRUCT(StoredFinding, (), (code, clause, vietnamese, english, place))
StoredFinding finding_of(const directives::Finding&, const PlaceFinder&);

/// The date on which the names of a document are understood: its issue, else the earliest day inferred, else the
/// day of its upload.
LocalDate date_of_names(const directives::Header&, LocalDate uploaded_on);

/// Back again, for the exports: accepted contents as a plan.
directives::Task task_of(const ItemContent&);
directives::Header header_of(const api::DocumentFacts&);

}  // namespace haidang::review
