// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "decide.hpp"
#include "document_store.hpp"

/// The tables of a review: items and commands.
namespace haidang::review {

/// In the order of the document; what was replaced is left out.
std::vector<Item> list_items(db::Read&, TenantId, const DocumentRow&);

/// Everything that the command is decided upon. What is not there is left out.
Situation load_situation(db::Read&, const Context&, const DocumentRow&, const api::ReviewCommand&);

std::optional<PastCommand> find_last_command(db::Read&, const Context&, const DocumentRow&);
/// What undo would take back for this actor.
std::optional<api::UndoOffer> undo_offer(db::Read&, const Context&, const DocumentRow&);

void insert_item(db::Write&, TenantId, const DocumentRow&, const Item&);
/// Rejects ReviewItemChanged when an item is no longer the one decided upon.
Result<db::Done> store_changes(db::Write&, const Context&, const DocumentRow&, const std::vector<ItemChange>&);
void remember_command(db::Write&, const Context&, const DocumentRow&, const PastCommand&);
void mark_undone(db::Write&, const Context&, const DocumentRow&, CommandId);

}  // namespace haidang::review
