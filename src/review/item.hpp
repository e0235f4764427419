// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "api_types.hpp"

namespace haidang::review {

/// A proposal of a review as it stands. `version` rises with every change and never comes back; `last_command` names
/// the command that gave the item its present value (none: the reading did), and undo restores it with the value: this
/// is how undo knows that nobody has changed the item since.
struct Item {
  ItemId id{0};
  std::int64_t version = 1;
  double position = 0;
  ItemState state = ItemState::Proposed;
  ItemOrigin origin = ItemOrigin::Read;
  ItemContent content;
  std::optional<CommandId> last_command;
  std::optional<AccountId> edited_by;
  std::optional<Instant> edited_at;
};
BOOST_DESCRIBE_STRUCT(Item, (), (id, version, position, state, origin, content, last_command, edited_by, edited_at))

inline bool stands(const Item& item) {
  return item.state != ItemState::Replaced;
}

/// What a command does to one item; without `before` the item is new.
struct ItemChange {
  std::optional<Item> before;
  Item after;
};
BOOST_DESCRIBE_STRUCT(ItemChange, (), (before, after))

/// One item in a journal event: enough to replay it. `content` only where it changed.
struct ItemEvent {
  ItemId item{0};
  std::int64_t version = 0;
  double position = 0;
  ItemState state{};
  ItemOrigin origin{};
  std::optional<CommandId> last_command;
  std::vector<std::string> fields;  ///< the fields of the content that changed
  std::optional<ItemContent> content;
};
BOOST_DESCRIBE_STRUCT(ItemEvent, (), (item, version, position, state, origin, last_command, fields, content))

/// The body of "review_item_accepted" and its like.
struct ReviewHappened {
  CommandId command{0};
  api::CommandKind kind{};
  std::vector<ItemEvent> items;
};
BOOST_DESCRIBE_STRUCT(ReviewHappened, (), (command, kind, items))

/// The names of the fields in which two contents differ.
std::vector<std::string> changed_fields(const ItemContent& before, const ItemContent& after);

/// Facts of what was decided, for the journal.
ReviewHappened happened(CommandId, api::CommandKind, const std::vector<ItemChange>&);

/// Applies an event to the items as they stood: an item that is not there yet is added.
void apply(std::vector<Item>& items, const ReviewHappened&, AccountId by, Instant at);

}  // namespace haidang::review
