// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"

#include <array>

#include "announce.hpp"
#include "base/codec.hpp"
#include "document_text.hpp"
#include "from_plan.hpp"
#include "journal/journal.hpp"
#include "platform/new_id.hpp"
#include "reading_details.hpp"
#include "source_file.hpp"
#include "sql.hpp"
#include "stored_json.hpp"
#include "views.hpp"

namespace haidang::review {
namespace {

using State = api::DocumentState;
using Kind = api::CommandKind;

/// What the journal calls a command that was carried out.
constexpr std::array kEventNames{std::pair{Kind::Accept, "review_item_accepted"},
                                 std::pair{Kind::Skip, "review_item_skipped"},
                                 std::pair{Kind::ProposeAgain, "review_item_proposed_again"},
                                 std::pair{Kind::Edit, "review_item_edited"},
                                 std::pair{Kind::Split, "review_item_split"},
                                 std::pair{Kind::Merge, "review_items_merged"},
                                 std::pair{Kind::Add, "review_item_added"},
                                 std::pair{Kind::AcceptMany, "review_items_accepted"},
                                 std::pair{Kind::Undo, "review_undone"}};

std::string event_name(Kind kind) {
  for (const auto& [each, name] : kEventNames)
    if (each == kind) return name;
  return {};
}

Result<db::Done> may_be_reviewed(const DocumentRow& document) {
  if (document.state == State::Planned) return reject(Code::ReviewClosed);
  if (document.state != State::Ready && document.state != State::InReview) return reject(Code::DocumentNotReadYet);
  return db::Done{};
}

/// The date on which the names of a document are understood.
LocalDate names_date(const DocumentRow& document) {
  return date_of_names(header_of(document.facts), date_of(to_vietnam(document.uploaded_at)));
}

Deciding deciding(const Parts& parts, db::Read& read, const Context& context, const DocumentRow& document) {
  Deciding deciding;
  deciding.by = context.actor.account;
  deciding.now = context.now;
  deciding.command = platform::new_id<CommandId>(context.now);
  deciding.new_item = [next = platform::new_id_number(context.now)]() mutable { return ItemId{next++}; };
  const PartyResolver parties(parts.organisations.history(read, context.actor.tenant), names_date(document),
                              document.facts.issuer.value_or(""));
  deciding.resolve = [parties](const api::PartyEdit& edit) { return parties.of_edit(edit); };
  deciding.place_of = [&parts, &read, &document, tenant = context.actor.tenant](std::int64_t from, std::int64_t to) {
    const auto source = load_source(parts, read, tenant, document);
    return source ? PlaceFinder(*source).find(from, to) : std::nullopt;
  };
  return deciding;
}

struct Delta {
  int open = 0, accepted = 0, skipped = 0;
};

void count(Delta& delta, const Item& item, int by) {
  switch (item.state) {
    case ItemState::Proposed:
      delta.open += by;
      return;
    case ItemState::Accepted:
      delta.accepted += by;
      return;
    case ItemState::Skipped:
      delta.skipped += by;
      return;
    case ItemState::Replaced:
      return;
  }
}

Delta delta_of(const std::vector<ItemChange>& changes) {
  Delta delta;
  for (const auto& [before, after] : changes) {
    if (before) count(delta, *before, -1);
    count(delta, after, 1);
  }
  return delta;
}

/// Row and event in one transaction.
Result<db::Done> store(const Parts& parts, db::Write& write, const Context& context, const DocumentRow& document,
                       const PastCommand& done, const std::optional<PastCommand>& undone) {
  auto stored = store_changes(write, context, document, done.changes);
  if (!stored) return stored;
  if (undone) {
    mark_undone(write, context, document, undone->id);
  } else {
    remember_command(write, context, document, done);
  }
  const Delta delta = delta_of(done.changes);
  const auto moved =
      write.change(sql::kUpdateReviewProgress, {context.actor.tenant, document.id, codec::word_of(State::InReview),
                                                delta.open, delta.accepted, delta.skipped, document.version});
  if (moved != 1) return reject(Code::ReviewMovedOn);
  journal::record(write, context,
                  {.kind = event_name(done.kind),
                   .subject = subject_of(document.id),
                   .body = codec::write(happened(done.id, done.kind, done.changes))});
  announce(parts, write, context.actor.tenant, document.id, "review_changed");
  return db::Done{};
}

api::ReviewChanged changed(const Parts& parts, db::Read& read, const Context& context, const DocumentRow& document,
                           const std::vector<ItemChange>& changes) {
  Views views(parts, read, context.actor.tenant, context.today, context.language);
  const auto due = views.due_dates(document.facts);
  api::ReviewChanged answer{.version = document.version,
                            .items = {},
                            .removed = {},
                            .state = document.state,
                            .counts = document.counts,
                            .undo = undo_offer(read, context, document)};
  for (const auto& change : changes) {
    if (stands(change.after)) {
      answer.items.push_back(views.item(change.after, due));
    } else {
      answer.removed.push_back(change.after.id);
    }
  }
  return answer;
}

std::vector<api::ReviewFinding> findings_of(const ReadingDetails& details, Language language) {
  std::vector<api::ReviewFinding> findings;
  for (const auto& finding : details.findings)
    findings.push_back({finding.code, finding.clause,
                        language == Language::Vietnamese ? finding.vietnamese : finding.english, finding.place});
  return findings;
}

}  // namespace

Result<api::ReviewChanged> carry_out(const Parts& parts, const Context& context, DocumentId id,
                                     const api::ReviewCommand& command) {
  return parts.database.write([&](db::Write& write) -> Result<api::ReviewChanged> {
    const auto document = find_document(write, context, kReviewDocuments, id);
    if (!document) return pass_on(document);
    if (const auto open = may_be_reviewed(*document); !open) return pass_on(open);
    const auto situation = load_situation(write, context, *document, command);
    const auto at_hand = deciding(parts, write, context, *document);
    const auto changes = decide(situation, command, at_hand);
    if (!changes) return pass_on(changes);
    if (changes->empty()) return changed(parts, write, context, *document, {});
    const PastCommand done{at_hand.command, command.kind, *changes};
    if (const auto stored = store(parts, write, context, *document, done, situation.last); !stored)
      return pass_on(stored);
    const auto now = find_document(write, context, kReviewDocuments, id);
    if (!now) return pass_on(now);
    return changed(parts, write, context, *now, *changes);
  });
}

Result<api::Review> show_review(const Parts& parts, const Context& context, DocumentId id) {
  return parts.database.read([&](db::Read& read) -> Result<api::Review> {
    const auto document = find_document(read, context, kReadDocuments, id);
    if (!document) return pass_on(document);
    const auto reading = find_reading(read, context.actor.tenant, *document);
    if (!reading) return reject(Code::DocumentNotReadYet);
    const auto details = from_stored_value<ReadingDetails>(reading->details);
    Views views(parts, read, context.actor.tenant, context.today, context.language);
    const auto due = views.due_dates(document->facts);
    api::Review review{.document = views.entry(*document),
                       .version = document->version,
                       .items = {},
                       .findings = findings_of(details, context.language),
                       .addressees = details.addressees,
                       .recipients = details.recipients,
                       .undo = {}};
    for (const Item& item : list_items(read, context.actor.tenant, *document))
      review.items.push_back(views.item(item, due));
    if (document->may_review) review.undo = undo_offer(read, context, *document);
    return review;
  });
}

std::optional<api::ReviewItem> show_item(const Parts& parts, const Context& context, DocumentId id, ItemId item) {
  return parts.database.read([&](db::Read& read) -> std::optional<api::ReviewItem> {
    const auto document = find_document(read, context, kReadDocuments, id);
    if (!document) return std::nullopt;
    api::ReviewCommand naming;
    naming.item = item;
    const auto situation = load_situation(read, context, *document, naming);
    if (situation.items.empty() || !stands(situation.items.front())) return std::nullopt;
    Views views(parts, read, context.actor.tenant, context.today, context.language);
    return views.item(situation.items.front(), views.due_dates(document->facts));
  });
}

}  // namespace haidang::review
