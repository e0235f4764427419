// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "base/result.hpp"
#include "item.hpp"

namespace haidang::review {

/// A command as it is remembered, so that it can be taken back.
struct PastCommand {
  CommandId id{0};
  api::CommandKind kind{};
  std::vector<ItemChange> changes;
};

/// What a command is decided upon.
struct Situation {
  std::vector<Item> items;  ///< those that the command names (undo: those of `last`), as they stand now
  double place_after = 0;   ///< new items go between these two positions
  double place_before = 1;
  std::optional<LocalDate> issued_on;  ///< of the document
  std::optional<PastCommand> last;     ///< the actor's last command that is not undone
};

/// Who decides, and what the decision needs of the world.
struct Deciding {
  AccountId by{0};
  Instant now;
  CommandId command{0};
  std::function<ItemId()> new_item;
  std::function<ReviewParty(const api::PartyEdit&)> resolve;
  /// The place of a span of the document's text; nothing when it lies outside.
  std::function<std::optional<TextPlace>(std::int64_t from, std::int64_t to)> place_of;
};

/// What the command does, or why it cannot. Pure.
/// Rejects CommandFieldMissing, ReviewItemUnknown, ReviewItemChanged (with the item's id), ReviewItemAlready,
/// ReviewSummaryMissing, ReviewTextTooLong, DeadlineIncomplete, DeadlineBeforeIssueUnconfirmed, NumberUnreadable,
/// TextSpanOutside, ItemSplitNeedsParts, MergeNeedsItems, NothingToUndo, ReviewUndoOvertaken.
Result<std::vector<ItemChange>> decide(const Situation&, const api::ReviewCommand&, const Deciding&);

/// The items that a command names.
std::vector<ItemId> items_named(const api::ReviewCommand&);

/// Whether undo would be refused, because another has changed an item since.
bool is_overtaken(const PastCommand&, const std::vector<Item>& now);

}  // namespace haidang::review
