// SPDX-License-Identifier: Apache-2.0
#include "tests/sample_review.hpp"

namespace haidang::review::testing {

Instant noon() {
  return to_instant(at(LocalDate{std::chrono::year{2022} / 7 / 1}, std::chrono::hours{12}));
}

ReviewParty home_affairs() {
  ReviewParty party;
  party.name = "Sở Nội vụ";
  party.resolution = PartyResolution::One;
  party.organisation = PartyOrganisation{OrganisationId{7}, "Sở Nội vụ", std::nullopt};
  return party;
}

Item proposal(std::int64_t id, double position, std::string summary) {
  Item item{.id = ItemId{id}, .position = position, .content = {}};
  item.content.clause = std::to_string(id) + ".a";
  item.content.summary = std::move(summary);
  item.content.text = item.content.summary + " trước ngày 8/7/2022";
  item.content.owners = {home_affairs()};
  item.content.confidence.assignees = 0.6;
  return item;
}

Deciding Desk::deciding(AccountId by) {
  Deciding deciding;
  deciding.by = by;
  deciding.now = noon();
  deciding.command = CommandId{next_command_++};
  deciding.new_item = [this] { return ItemId{next_item_++}; };
  deciding.resolve = [](const api::PartyEdit& edit) {
    ReviewParty party = home_affairs();
    party.name = edit.name;
    return party;
  };
  deciding.place_of = [](std::int64_t from, std::int64_t to) {
    return from < to && to <= 500 ? std::optional<TextPlace>(TextPlace{std::nullopt, from, to, {}}) : std::nullopt;
  };
  return deciding;
}

api::ReviewCommand on(api::CommandKind kind, const Item& item) {
  api::ReviewCommand command;
  command.kind = kind;
  command.item = item.id;
  command.item_version = item.version;
  return command;
}

api::ReviewCommand edit_summary(const Item& item, std::string summary) {
  auto command = on(api::CommandKind::Edit, item);
  command.fields.emplace().summary = std::move(summary);
  return command;
}

}  // namespace haidang::review::testing
