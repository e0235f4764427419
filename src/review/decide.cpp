// SPDX-License-Identifier: Apache-2.0
#include "decide.hpp"

#include <algorithm>

#include "base/codec.hpp"
#include "base/ensure.hpp"
#include "item_fields.hpp"

namespace haidang::review {
namespace {

using Kind = api::CommandKind;
using Changes = std::vector<ItemChange>;

tl::unexpected<Rejection> missing(const char* field) {
  return reject(Code::CommandFieldMissing, {{"field", field}});
}

/// The items of a command with the versions that the person saw, all of them as they stand now.
Result<std::vector<Item>> current(const std::vector<api::ItemVersion>& wanted, const Situation& situation) {
  std::vector<Item> items;
  for (const auto& [id, version] : wanted) {
    const auto same = [id = id](const Item& item) { return item.id == id; };
    const auto found = std::find_if(situation.items.begin(), situation.items.end(), same);
    const std::string text = std::to_string(id.value());
    if (found == situation.items.end()) return reject(Code::ReviewItemUnknown, {{"item", text}});
    if (found->version != version || !stands(*found))
      return reject(Code::ReviewItemChanged, {{"item", text}, {"clause", found->content.clause}});
    if (std::none_of(items.begin(), items.end(), same)) items.push_back(*found);
  }
  return items;
}

Result<Item> current_item(const Situation& situation, const api::ReviewCommand& command) {
  if (!command.item) return missing("item");
  if (!command.item_version) return missing("item_version");
  auto items = current({{*command.item, *command.item_version}}, situation);
  if (!items) return pass_on(items);
  return std::move(items->front());
}

ItemChange changed(const Item& before, const Deciding& deciding) {
  ItemChange change{before, before};
  change.after.version = before.version + 1;
  change.after.last_command = deciding.command;
  change.after.edited_by = deciding.by;
  change.after.edited_at = deciding.now;
  return change;
}

ItemChange with_state(const Item& before, ItemState state, const Deciding& deciding) {
  ItemChange change = changed(before, deciding);
  change.after.state = state;
  return change;
}

Result<Changes> set_state(const Situation& situation, const api::ReviewCommand& command, const Deciding& deciding,
                          ItemState state) {
  const auto item = current_item(situation, command);
  if (!item) return pass_on(item);
  if (item->state == state)
    return reject(Code::ReviewItemAlready,
                  {{"item", std::to_string(item->id.value())}, {"state", codec::word_of(state)}});
  return Changes{with_state(*item, state, deciding)};
}

Confirmed confirmed(const api::ReviewCommand& command) {
  return command.confirmed.value_or(false) ? Confirmed::Yes : Confirmed::No;
}

Result<Changes> edit(const Situation& situation, const api::ReviewCommand& command, const Deciding& deciding) {
  const auto item = current_item(situation, command);
  if (!item) return pass_on(item);
  if (!command.fields) return missing("fields");
  auto content = with_fields(item->content, *command.fields, confirmed(command), situation, deciding);
  if (!content) return pass_on(content);
  if (changed_fields(item->content, *content).empty()) return Changes{};
  ItemChange change = changed(*item, deciding);
  change.after.content = std::move(*content);
  return Changes{std::move(change)};
}

ItemChange new_item(ItemContent content, ItemOrigin origin, double position, const Deciding& deciding) {
  Item item{.id = deciding.new_item(),
            .position = position,
            .origin = origin,
            .content = std::move(content),
            .last_command = deciding.command,
            .edited_by = deciding.by,
            .edited_at = deciding.now};
  return {std::nullopt, std::move(item)};
}

Result<Changes> split(const Situation& situation, const api::ReviewCommand& command, const Deciding& deciding) {
  constexpr std::size_t kMostParts = 20;
  const auto item = current_item(situation, command);
  if (!item) return pass_on(item);
  if (!command.parts || command.parts->size() < 2 || command.parts->size() > kMostParts)
    return reject(Code::ItemSplitNeedsParts, {{"limit", std::to_string(kMostParts)}});
  Changes changes{with_state(*item, ItemState::Replaced, deciding)};
  const double step = (situation.place_before - item->position) / (static_cast<double>(command.parts->size()) + 1);
  double position = item->position;
  for (const api::ItemFields& part : *command.parts) {
    auto content = with_fields(item->content, part, confirmed(command), situation, deciding);
    if (!content) return pass_on(content);
    changes.push_back(new_item(std::move(*content), ItemOrigin::Split, position += step, deciding));
  }
  return changes;
}

template <class T>
void add_new(std::vector<T>& all, const std::vector<T>& more) {
  for (const T& each : more) {
    const auto same = [value = codec::write(each)](const T& other) { return codec::write(other) == value; };
    if (std::none_of(all.begin(), all.end(), same)) all.push_back(each);
  }
}

void join_text(std::string& all, const std::string& more, std::string_view between) {
  if (!all.empty() && !more.empty()) all += between;
  all += more;
}

/// The first deadline stays the deadline; the others become stages, so that none is lost.
void join(ItemContent& all, const ItemContent& more) {
  join_text(all.summary, more.summary, "; ");
  join_text(all.text, more.text, "\n");
  join_text(all.product, more.product, "; ");
  join_text(all.note, more.note, "\n");
  add_new(all.owners, more.owners);
  add_new(all.coordinators, more.coordinators);
  add_new(all.targets, more.targets);
  add_new(all.references, more.references);
  add_new(all.other_deadlines, more.other_deadlines);
  if (!all.deadline) {
    all.deadline = more.deadline;
  } else if (more.deadline && codec::write(*more.deadline) != codec::write(*all.deadline)) {
    add_new(all.other_deadlines, {*more.deadline});
  }
  if (more.place.to > more.place.from) {
    const bool placed = all.place.to > all.place.from;
    all.place.from = placed ? std::min(all.place.from, more.place.from) : more.place.from;
    all.place.to = std::max(all.place.to, more.place.to);
    if (!placed || (more.place.page && all.place.page && *more.place.page < *all.place.page))
      all.place.page = more.place.page;
    add_new(all.place.boxes, more.place.boxes);
  }
}

Result<Changes> merge(const Situation& situation, const api::ReviewCommand& command, const Deciding& deciding) {
  if (!command.items) return missing("items");
  const auto items = current(*command.items, situation);
  if (!items) return pass_on(items);
  if (items->size() < 2) return reject(Code::MergeNeedsItems);
  ItemContent together = items->front().content;
  for (std::size_t at = 1; at < items->size(); ++at) join(together, (*items)[at].content);
  auto content = with_fields(std::move(together), command.fields.value_or(api::ItemFields{}), confirmed(command),
                             situation, deciding);
  if (!content) return pass_on(content);
  Changes changes;
  for (const Item& item : *items) changes.push_back(with_state(item, ItemState::Replaced, deciding));
  changes.push_back(new_item(std::move(*content), ItemOrigin::Merged, items->front().position, deciding));
  return changes;
}

Result<Changes> add(const Situation& situation, const api::ReviewCommand& command, const Deciding& deciding) {
  if (!command.fields) return missing("fields");
  auto content = with_fields({}, *command.fields, confirmed(command), situation, deciding);
  if (!content) return pass_on(content);
  const double position = (situation.place_after + situation.place_before) / 2;
  return Changes{new_item(std::move(*content), ItemOrigin::Added, position, deciding)};
}

Result<Changes> accept_many(const Situation& situation, const api::ReviewCommand& command, const Deciding& deciding) {
  if (!command.items || command.items->empty()) return missing("items");
  const auto items = current(*command.items, situation);
  if (!items) return pass_on(items);
  Changes changes;
  for (const Item& item : *items)
    if (item.state != ItemState::Accepted) changes.push_back(with_state(item, ItemState::Accepted, deciding));
  return changes;
}

const Item& item_of(const std::vector<Item>& items, ItemId id) {
  const auto found = std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
  ensure(found != items.end(), "the items of a past command are at hand");
  return *found;
}

/// Every item goes back to what it was before the command; what the command made no longer stands.
Result<Changes> undo(const Situation& situation, const Deciding& deciding) {
  if (!situation.last) return reject(Code::NothingToUndo);
  if (is_overtaken(*situation.last, situation.items)) return reject(Code::ReviewUndoOvertaken);
  Changes changes;
  for (const ItemChange& past : situation.last->changes) {
    ItemChange change = changed(item_of(situation.items, past.after.id), deciding);
    if (past.before) {
      const auto version = change.after.version;
      change.after = *past.before;
      change.after.version = version;
      change.after.edited_by = deciding.by;
      change.after.edited_at = deciding.now;
    } else {
      change.after.state = ItemState::Replaced;
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace

std::vector<ItemId> items_named(const api::ReviewCommand& command) {
  std::vector<ItemId> ids;
  if (command.item) ids.push_back(*command.item);
  if (command.after) ids.push_back(*command.after);
  if (command.items)
    for (const auto& each : *command.items) ids.push_back(each.item);
  return ids;
}

bool is_overtaken(const PastCommand& past, const std::vector<Item>& now) {
  return std::any_of(past.changes.begin(), past.changes.end(),
                     [&](const ItemChange& change) { return item_of(now, change.after.id).last_command != past.id; });
}

Result<std::vector<ItemChange>> decide(const Situation& situation, const api::ReviewCommand& command,
                                       const Deciding& deciding) {
  switch (command.kind) {
    case Kind::Accept:
      return set_state(situation, command, deciding, ItemState::Accepted);
    case Kind::Skip:
      return set_state(situation, command, deciding, ItemState::Skipped);
    case Kind::ProposeAgain:
      return set_state(situation, command, deciding, ItemState::Proposed);
    case Kind::Edit:
      return edit(situation, command, deciding);
    case Kind::Split:
      return split(situation, command, deciding);
    case Kind::Merge:
      return merge(situation, command, deciding);
    case Kind::Add:
      return add(situation, command, deciding);
    case Kind::AcceptMany:
      return accept_many(situation, command, deciding);
    case Kind::Undo:
      return undo(situation, deciding);
  }
  return missing("kind");
}

}  // namespace haidang::review
