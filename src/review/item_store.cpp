// SPDX-License-Identifier: Apache-2.0
#include "item_store.hpp"

#include "sql.hpp"
#include "stored_json.hpp"

namespace haidang::review {
namespace {

Item item_of(const db::Rows::Row& row) {
  Item item;
  item.id = row.id<ItemId>(0);
  item.version = row.integer(1);
  item.position = row.number(2);
  item.state = from_stored_word<ItemState>(row.text(3));
  item.origin = from_stored_word<ItemOrigin>(row.text(4));
  item.content = from_stored<ItemContent>(row.text(5));
  item.last_command = row.id_if<CommandId>(6);
  item.edited_by = row.id_if<AccountId>(7);
  item.edited_at = row.instant_if(8);
  return item;
}

std::optional<Item> find_item(db::Read& read, TenantId tenant, const DocumentRow& document, ItemId id) {
  const auto rows = read.query(sql::kFindItem, {tenant, document.id, document.reading, id});
  return rows.empty() ? std::nullopt : std::optional(item_of(rows.front()));
}

/// New items go behind the one named, or at the end.
void set_positions(Situation& situation, db::Read& read, TenantId tenant, const DocumentRow& document,
                   const api::ReviewCommand& command) {
  const auto beside = command.after ? command.after : command.item;
  const auto last = [&] {
    return read.query(sql::kFindLastPosition, {tenant, document.id, document.reading}).front().number_if(0);
  };
  const Item* found = nullptr;
  for (const Item& item : situation.items)
    if (item.id == beside) found = &item;
  situation.place_after = found ? found->position : last().value_or(0);
  const auto next = read.query(sql::kFindNextPosition, {tenant, document.id, document.reading, situation.place_after})
                        .front()
                        .number_if(0);
  situation.place_before = next.value_or(situation.place_after + 2);
}

void load_items(Situation& situation, db::Read& read, TenantId tenant, const DocumentRow& document,
                const std::vector<ItemId>& ids) {
  for (const ItemId id : ids)
    if (auto item = find_item(read, tenant, document, id)) situation.items.push_back(std::move(*item));
}

std::vector<ItemId> items_of(const PastCommand& past) {
  std::vector<ItemId> ids;
  for (const auto& change : past.changes) ids.push_back(change.after.id);
  return ids;
}

}  // namespace

std::vector<Item> list_items(db::Read& read, TenantId tenant, const DocumentRow& document) {
  std::vector<Item> items;
  for (const auto row : read.query(sql::kListItems, {tenant, document.id, document.reading}))
    items.push_back(item_of(row));
  return items;
}

Situation load_situation(db::Read& read, const Context& context, const DocumentRow& document,
                         const api::ReviewCommand& command) {
  Situation situation;
  situation.issued_on = document.facts.issued_on;
  const TenantId tenant = context.actor.tenant;
  if (command.kind == api::CommandKind::Undo) {
    situation.last = find_last_command(read, context, document);
    if (situation.last) load_items(situation, read, tenant, document, items_of(*situation.last));
    return situation;
  }
  load_items(situation, read, tenant, document, items_named(command));
  if (command.kind == api::CommandKind::Add || command.kind == api::CommandKind::Split)
    set_positions(situation, read, tenant, document, command);
  return situation;
}

std::optional<PastCommand> find_last_command(db::Read& read, const Context& context, const DocumentRow& document) {
  const auto rows =
      read.query(sql::kFindLastCommand, {context.actor.tenant, document.id, document.reading, context.actor.account});
  if (rows.empty()) return std::nullopt;
  return PastCommand{rows.front().id<CommandId>(0), from_stored_word<api::CommandKind>(rows.front().text(1)),
                     from_stored<std::vector<ItemChange>>(rows.front().text(2))};
}

std::optional<api::UndoOffer> undo_offer(db::Read& read, const Context& context, const DocumentRow& document) {
  const auto past = find_last_command(read, context, document);
  if (!past) return std::nullopt;
  Situation now;
  load_items(now, read, context.actor.tenant, document, items_of(*past));
  return api::UndoOffer{past->kind, items_of(*past), is_overtaken(*past, now.items)};
}

void insert_item(db::Write& write, TenantId tenant, const DocumentRow& document, const Item& item) {
  write.execute(sql::kInsertItem, {tenant, document.id, item.id, document.reading, item.version, item.position,
                                   codec::word_of(item.state), codec::word_of(item.origin), stored_json(item.content),
                                   item.last_command, item.edited_by, item.edited_at});
}

Result<db::Done> store_changes(db::Write& write, const Context& context, const DocumentRow& document,
                               const std::vector<ItemChange>& changes) {
  const TenantId tenant = context.actor.tenant;
  for (const auto& [before, after] : changes) {
    if (!before) {
      insert_item(write, tenant, document, after);
      continue;
    }
    const auto changed = write.change(
        sql::kUpdateItem, {tenant, document.id, after.id, before->version, after.version, after.position,
                           codec::word_of(after.state), codec::word_of(after.origin), stored_json(after.content),
                           after.last_command, after.edited_by, after.edited_at});
    if (changed != 1)
      return reject(Code::ReviewItemChanged,
                    {{"item", std::to_string(after.id.value())}, {"clause", after.content.clause}});
  }
  return db::Done{};
}

void remember_command(db::Write& write, const Context& context, const DocumentRow& document,
                      const PastCommand& command) {
  write.execute(sql::kInsertCommand,
                {context.actor.tenant, document.id, command.id, document.reading, context.actor.account,
                 document.version + 1, codec::word_of(command.kind), stored_json(command.changes)});
}

void mark_undone(db::Write& write, const Context& context, const DocumentRow& document, CommandId command) {
  write.execute(sql::kMarkCommandUndone, {context.actor.tenant, document.id, command});
}

}  // namespace haidang::review
