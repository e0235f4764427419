// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "base/codec.hpp"
#include "tests/sample_review.hpp"

using namespace haidang;
using namespace haidang::review;
using namespace haidang::review::testing;
using Kind = api::CommandKind;

namespace {

struct Recorded {
  ReviewHappened event;
  AccountId by{0};
};

/// Two people, one review: what the store does, in memory.
class Room {
 public:
  explicit Room(int count) {
    for (int at = 1; at <= count; ++at) items.push_back(proposal(at, at, "Việc " + std::to_string(at)));
    first = items;
  }

  Result<std::vector<ItemChange>> send(AccountId by, const api::ReviewCommand& command) {
    auto deciding = desk.deciding(by);
    Situation situation;
    situation.items = items;
    situation.place_after = 50;
    situation.place_before = 51;
    if (command.kind == Kind::Undo) situation.last = last_of(by);
    auto changes = decide(situation, command, deciding);
    if (!changes || changes->empty()) return changes;
    const auto event = happened(deciding.command, command.kind, *changes);
    history.push_back({*codec::read<ReviewHappened>(codec::write(event)), by});
    for (const auto& change : *changes) put(change.after);
    if (command.kind == Kind::Undo) {
      std::erase_if(done, [&](const auto& each) { return each.second.id == situation.last->id; });
    } else {
      done.emplace_back(by, PastCommand{deciding.command, command.kind, *changes});
    }
    return changes;
  }

  std::optional<PastCommand> last_of(AccountId by) const {
    const auto found = std::find_if(done.rbegin(), done.rend(), [&](const auto& each) { return each.first == by; });
    return found == done.rend() ? std::nullopt : std::optional(found->second);
  }

  std::vector<Item> first, items;
  std::vector<Recorded> history;

 private:
  void put(const Item& item) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& each) { return each.id == item.id; });
    if (found == items.end()) {
      items.push_back(item);
    } else {
      *found = item;
    }
  }
  Desk desk;
  std::vector<std::pair<AccountId, PastCommand>> done;
};

class Reviewers {
 public:
  explicit Reviewers(unsigned seed) : random_(seed) {}
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  api::ReviewCommand command(const std::vector<Item>& items) {
    const Item& item = any(items);
    const auto kind = static_cast<Kind>(pick(9));
    auto made = on(kind, item);
    if (pick(8) == 0) --*made.item_version;  // somebody looks at an old page
    const std::string word = "Bản sửa " + std::to_string(pick(1'000));
    if (kind == Kind::Edit || kind == Kind::Add) made.fields.emplace().summary = word;
    if (kind == Kind::Split) {
      made.parts.emplace(static_cast<std::size_t>(2 + pick(2)));
      made.parts->front().summary = word;
    }
    if (kind == Kind::Merge || kind == Kind::AcceptMany) {
      const Item& other = any(items);
      made.items = {{item.id, item.version}, {other.id, other.version}};
    }
    return made;
  }

 private:
  const Item& any(const std::vector<Item>& items) {
    return items[static_cast<std::size_t>(pick(static_cast<int>(items.size())))];
  }
  std::mt19937 random_;
};

/// What a person sees of the items: everything but the counters.
json::Value seen(std::vector<Item> items) {
  std::erase_if(items, [](const Item& item) { return !stands(item); });
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
  for (Item& item : items) {
    item.version = 0;
    item.edited_by.reset();
    item.edited_at.reset();
  }
  return codec::write(items);
}

}  // namespace

TEST_CASE("whatever two reviewers do, the history of each task replays to how it stands") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Room room(6);
    Reviewers reviewers(seed);
    int done = 0;
    for (int step = 0; step < 80; ++step)
      if (room.send(reviewers.pick(2) ? kLan : kMinh, reviewers.command(room.items))) ++done;
    CHECK(done > 10);
    auto replayed = room.first;
    for (const auto& [event, by] : room.history) apply(replayed, event, by, noon());
    CHECK(codec::write(replayed) == codec::write(room.items));
  }
}

TEST_CASE("undo at once restores exactly what was there") {
  for (unsigned seed = 100; seed <= 160; ++seed) {
    CAPTURE(seed);
    Room room(6);
    Reviewers reviewers(seed);
    for (int step = 0; step < 60; ++step) {
      const AccountId by = reviewers.pick(2) ? kLan : kMinh;
      const auto command = reviewers.command(room.items);
      const auto before = seen(room.items);
      const auto changes = room.send(by, command);
      if (!changes || changes->empty() || command.kind == Kind::Undo || reviewers.pick(2) == 0) continue;
      api::ReviewCommand undo;
      undo.kind = Kind::Undo;
      REQUIRE(room.send(by, undo));
      CHECK(seen(room.items) == before);
    }
  }
}

TEST_CASE("one person can take back everything, step by step, down to the proposals") {
  for (unsigned seed = 200; seed <= 240; ++seed) {
    CAPTURE(seed);
    Room room(5);
    Reviewers reviewers(seed);
    for (int step = 0; step < 40; ++step) (void)room.send(kLan, reviewers.command(room.items));
    api::ReviewCommand undo;
    undo.kind = Kind::Undo;
    while (room.last_of(kLan)) REQUIRE(room.send(kLan, undo));
    CHECK(seen(room.items) == seen(room.first));
  }
}
