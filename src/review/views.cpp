// SPDX-License-Identifier: Apache-2.0
#include "views.hpp"

namespace haidang::review {

Views::Views(const Parts& parts, db::Read& read, TenantId tenant, LocalDate today, Language language)
    : parts_(parts),
      read_(read),
      tenant_(tenant),
      today_(today),
      language_(language),
      history_(parts.organisations.history(read, tenant)) {}

api::DocumentPerson Views::person(AccountId account) {
  const auto known = names_.find(account);
  if (known != names_.end()) return {account, known->second};
  return {account, names_[account] = parts_.name_of_account(read_, tenant_, account)};
}

api::DocumentOrganisation Views::organisation(OrganisationId id) {
  return {id, name_of(*history_, id, today_)};
}

DueDates Views::due_dates(const api::DocumentFacts& facts) {
  const auto library = parts_.calendars.library(read_, tenant_);
  const auto calendar = library->calendar(parts_.office_calendar);
  return {library, calendar ? *calendar : nullptr, facts.issued_on, language_};
}

api::DocumentEntry Views::entry(const DocumentRow& row) {
  api::DocumentEntry entry{.id = row.id,
                           .file_name = row.file_name,
                           .kind = row.kind,
                           .state = row.state,
                           .failure = {},
                           .progress = {},
                           .pages = row.pages,
                           .size = row.size,
                           .facts = row.facts,
                           .organisation = organisation(row.organisation),
                           .uploaded_by = person(row.uploaded_by),
                           .uploaded_at = row.uploaded_at,
                           .counts = row.counts,
                           .plan_version = {},
                           .may_review = row.may_review};
  if (row.plan_version > 0) entry.plan_version = row.plan_version;
  if (row.failure) {
    const Rejection why = rejection_of(*row.failure);
    entry.failure = api::DocumentFailure{row.failure->code, std::string(catalogue_entry(why.code).name),
                                         message(why, language_), advice(why, language_)};
  }
  if (row.state == api::DocumentState::Queued || row.state == api::DocumentState::Reading) entry.progress.emplace();
  return entry;
}

api::ReviewItem Views::item(const Item& item, const DueDates& due) {
  const ItemContent& content = item.content;
  api::ReviewItem view{.id = item.id,
                       .version = item.version,
                       .position = item.position,
                       .state = item.state,
                       .origin = item.origin,
                       .clause = content.clause,
                       .summary = content.summary,
                       .text = content.text,
                       .place = content.place,
                       .owners = content.owners,
                       .coordinators = content.coordinators,
                       .deadline = {},
                       .other_deadlines = {},
                       .targets = content.targets,
                       .references = content.references,
                       .product = content.product,
                       .note = content.note,
                       .confidence = content.confidence,
                       .edited_by = {},
                       .edited_at = item.edited_at};
  if (content.deadline) view.deadline = due.view(*content.deadline);
  for (const auto& stage : content.other_deadlines) view.other_deadlines.push_back(due.view(stage));
  if (item.edited_by) view.edited_by = person(*item.edited_by);
  return view;
}

}  // namespace haidang::review
