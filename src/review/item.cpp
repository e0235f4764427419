// SPDX-License-Identifier: Apache-2.0
#include "item.hpp"

#include <algorithm>

#include "base/codec.hpp"

namespace haidang::review {

std::vector<std::string> changed_fields(const ItemContent& before, const ItemContent& after) {
  std::vector<std::string> names;
  boost::mp11::mp_for_each<codec::detail::Members<ItemContent>>([&](auto member) {
    if (codec::write(before.*member.pointer) != codec::write(after.*member.pointer)) names.emplace_back(member.name);
  });
  return names;
}

ReviewHappened happened(CommandId command, api::CommandKind kind, const std::vector<ItemChange>& changes) {
  ReviewHappened event{.command = command, .kind = kind, .items = {}};
  for (const auto& [before, after] : changes) {
    ItemEvent item{.item = after.id,
                   .version = after.version,
                   .position = after.position,
                   .state = after.state,
                   .origin = after.origin,
                   .last_command = after.last_command,
                   .fields = changed_fields(before ? before->content : ItemContent{}, after.content),
                   .content = {}};
    if (!before || !item.fields.empty()) item.content = after.content;
    event.items.push_back(std::move(item));
  }
  return event;
}

void apply(std::vector<Item>& items, const ReviewHappened& event, AccountId by, Instant at) {
  for (const ItemEvent& change : event.items) {
    auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == change.item; });
    if (found == items.end()) found = items.insert(items.end(), Item{.id = change.item, .content = {}});
    found->version = change.version;
    found->position = change.position;
    found->state = change.state;
    found->origin = change.origin;
    found->last_command = change.last_command;
    if (change.content) found->content = *change.content;
    found->edited_by = by;
    found->edited_at = at;
  }
}

}  // namespace haidang::review
