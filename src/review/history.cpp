// SPDX-License-Identifier: Apache-2.0
#include "history.hpp"

#include <algorithm>

#include "announce.hpp"
#include "item_store.hpp"
#include "journal/journal.hpp"
#include "stored_json.hpp"
#include "views.hpp"

namespace haidang::review {
namespace {

using Clauses = std::map<ItemId, std::string>;

/// The event as a line; clauses of items are those that they had at the time.
api::DocumentHappening happening_of(const journal::Event& event, Clauses& clauses, Views& views) {
  api::DocumentHappening line{.sequence = event.sequence,
                              .at = event.at,
                              .by = {},
                              .kind = event.kind,
                              .items = {},
                              .clauses = {},
                              .fields = {}};
  if (event.by) line.by = views.person(*event.by);
  const auto* body = event.body.if_object();
  if (!body || !body->contains("command")) return line;
  for (const ItemEvent& item : from_stored_value<ReviewHappened>(event.body).items) {
    if (item.content) clauses[item.item] = item.content->clause;
    line.items.push_back(item.item);
    line.clauses.push_back(clauses[item.item]);
    for (const auto& field : item.fields)
      if (std::find(line.fields.begin(), line.fields.end(), field) == line.fields.end()) line.fields.push_back(field);
  }
  return line;
}

}  // namespace

Result<api::DocumentHistory> show_history(const Parts& parts, const Context& context, DocumentId id) {
  return parts.database.read([&](db::Read& read) -> Result<api::DocumentHistory> {
    const auto document = find_document(read, context, kReadDocuments, id);
    if (!document) return pass_on(document);
    Clauses clauses;
    for (const Item& item : list_items(read, context.actor.tenant, *document)) clauses[item.id] = item.content.clause;
    Views views(parts, read, context.actor.tenant, context.today, context.language);
    api::DocumentHistory history;
    for (const auto& event : journal::events_of(read, context.actor.tenant, subject_of(id)))
      history.items.push_back(happening_of(event, clauses, views));
    std::reverse(history.items.begin(), history.items.end());
    return history;
  });
}

}  // namespace haidang::review
