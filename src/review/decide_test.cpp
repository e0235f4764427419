// SPDX-License-Identifier: Apache-2.0
#include "decide.hpp"

#include <doctest/doctest.h>

#include "tests/sample_review.hpp"

using namespace haidang;
using namespace haidang::review;
using namespace haidang::review::testing;
using Kind = api::CommandKind;

namespace {

LocalDate day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

Situation with(std::vector<Item> items) {
  Situation situation;
  situation.items = std::move(items);
  situation.issued_on = day(2022, 6, 29);
  return situation;
}

}  // namespace

TEST_CASE("an accepted task says who accepted it and when, and has a new version") {
  Desk desk;
  const auto item = proposal(1, 1, "Rà soát thủ tục");
  const auto changes = decide(with({item}), on(Kind::Accept, item), desk.deciding(kLan));
  REQUIRE(changes);
  REQUIRE(changes->size() == 1);
  const Item& after = changes->front().after;
  CHECK(after.state == ItemState::Accepted);
  CHECK(after.version == 2);
  CHECK(after.edited_by == kLan);
  CHECK(after.edited_at == noon());
}

TEST_CASE("a command on a version that is not the present one is refused and names the task") {
  Desk desk;
  auto item = proposal(1, 1, "Rà soát thủ tục");
  const auto seen = item;
  item.version = 2;
  for (const Kind kind : {Kind::Accept, Kind::Skip, Kind::Edit, Kind::Split}) {
    const auto refused = decide(with({item}), on(kind, seen), desk.deciding(kLan));
    REQUIRE(!refused);
    CHECK(refused.error().code == Code::ReviewItemChanged);
    CHECK(refused.error().parameters.front().second == "1");
  }
}

TEST_CASE("a task that was split away cannot be decided any more, and one of another document is not there") {
  Desk desk;
  auto item = proposal(1, 1, "Rà soát thủ tục");
  item.state = ItemState::Replaced;
  CHECK(decide(with({item}), on(Kind::Accept, item), desk.deciding(kLan)).error().code == Code::ReviewItemChanged);
  CHECK(decide(with({}), on(Kind::Accept, item), desk.deciding(kLan)).error().code == Code::ReviewItemUnknown);
}

TEST_CASE("an edit changes what it names, makes it sure, and leaves the rest") {
  Desk desk;
  const auto item = proposal(1, 1, "Rà soát thủ tục");
  auto command = on(Kind::Edit, item);
  command.fields.emplace().owners.emplace().push_back({.name = "Sở  Tài chính", .organisation = {}, .group = {}});
  const auto changes = decide(with({item}), command, desk.deciding(kMinh));
  REQUIRE(changes);
  const auto& content = changes->front().after.content;
  CHECK(content.owners.front().name == "Sở Tài chính");
  CHECK(content.confidence.assignees == 1);
  CHECK(content.summary == "Rà soát thủ tục");
  CHECK(changes->front().after.state == ItemState::Proposed);
  CHECK(changed_fields(item.content, content) == std::vector<std::string>{"owners", "confidence"});
}

TEST_CASE("an edit that changes nothing is no change, and one that takes the summary away is refused") {
  Desk desk;
  const auto item = proposal(1, 1, "Rà soát thủ tục");
  CHECK(decide(with({item}), edit_summary(item, "Rà soát thủ tục"), desk.deciding(kLan))->empty());
  CHECK(decide(with({item}), edit_summary(item, "  "), desk.deciding(kLan)).error().code == Code::ReviewSummaryMissing);
}

TEST_CASE("a deadline before the date of issue is saved only when a person confirms it") {
  Desk desk;
  const auto item = proposal(1, 1, "Rà soát thủ tục");
  auto command = on(Kind::Edit, item);
  auto& deadline = command.fields.emplace().deadline.emplace();
  deadline.shape = DeadlineShape::By;
  deadline.date = day(2022, 6, 1);
  CHECK(decide(with({item}), command, desk.deciding(kLan)).error().code == Code::DeadlineBeforeIssueUnconfirmed);
  command.confirmed = true;
  const auto changes = decide(with({item}), command, desk.deciding(kLan));
  REQUIRE(changes);
  CHECK(changes->front().after.content.deadline->date == day(2022, 6, 1));
}

TEST_CASE("a deadline must be complete for its shape") {
  Desk desk;
  const auto item = proposal(1, 1, "Rà soát thủ tục");
  auto command = on(Kind::Edit, item);
  auto& deadline = command.fields.emplace().deadline.emplace();
  const auto refused_field = [&] {
    const auto refused = decide(with({item}), command, desk.deciding(kLan));
    REQUIRE(!refused);
    REQUIRE(refused.error().code == Code::DeadlineIncomplete);
    return refused.error().parameters.front().second;
  };
  deadline.shape = DeadlineShape::By;
  CHECK(refused_field() == "date");
  deadline.date = day(2022, 8, 31);
  deadline.time = "25:00";
  CHECK(refused_field() == "time");
  deadline.shape = DeadlineShape::Recurring;
  CHECK(refused_field() == "every");
  deadline.every = DeadlineEvery::Month;
  deadline.day = 32;
  CHECK(refused_field() == "day");
  deadline.shape = DeadlineShape::Relative;
  deadline.count = 0;
  CHECK(refused_field() == "count");
  deadline.count = 10;
  deadline.unit = DeadlineUnit::WorkingDay;
  CHECK(refused_field() == "from");
  deadline.from = DeadlineFrom::Event;
  CHECK(refused_field() == "event");
}

TEST_CASE("the parts of a split task stand where it stood, in order, before the next task") {
  Desk desk;
  const auto item = proposal(1, 4, "Rà soát và báo cáo");
  auto situation = with({item});
  situation.place_after = 4;
  situation.place_before = 5;
  auto command = on(Kind::Split, item);
  command.parts.emplace(2);
  command.parts->at(0).summary = "Rà soát";
  command.parts->at(1).summary = "Báo cáo";
  const auto changes = decide(situation, command, desk.deciding(kLan));
  REQUIRE(changes);
  REQUIRE(changes->size() == 3);
  CHECK((*changes)[0].after.state == ItemState::Replaced);
  CHECK((*changes)[1].after.content.summary == "Rà soát");
  CHECK((*changes)[2].after.content.text == item.content.text);
  CHECK((*changes)[0].after.position < (*changes)[1].after.position);
  CHECK((*changes)[1].after.position < (*changes)[2].after.position);
  CHECK((*changes)[2].after.position < 5);
  command.parts->pop_back();
  CHECK(decide(situation, command, desk.deciding(kLan)).error().code == Code::ItemSplitNeedsParts);
}

TEST_CASE("merged tasks keep every owner, target and deadline") {
  Desk desk;
  auto first = proposal(1, 1, "Rà soát"), second = proposal(2, 2, "Báo cáo");
  second.content.owners.front().name = "Sở Tài chính";
  first.content.deadline.emplace().date = day(2022, 8, 31);
  second.content.deadline.emplace().date = day(2022, 9, 30);
  api::ReviewCommand command;
  command.kind = Kind::Merge;
  command.items = {{first.id, first.version}, {second.id, second.version}};
  const auto changes = decide(with({first, second}), command, desk.deciding(kLan));
  REQUIRE(changes);
  REQUIRE(changes->size() == 3);
  const Item& merged = changes->back().after;
  CHECK(merged.origin == ItemOrigin::Merged);
  CHECK(merged.content.summary == "Rà soát; Báo cáo");
  CHECK(merged.content.owners.size() == 2);
  CHECK(merged.content.deadline->date == day(2022, 8, 31));
  REQUIRE(merged.content.other_deadlines.size() == 1);
  CHECK(merged.content.other_deadlines.front().date == day(2022, 9, 30));
  command.items->pop_back();
  CHECK(decide(with({first, second}), command, desk.deciding(kLan)).error().code == Code::MergeNeedsItems);
}

TEST_CASE("undo is refused once another person has changed the task, and offered again when that is undone") {
  Desk desk;
  const auto item = proposal(1, 1, "Rà soát");
  const auto lan = desk.deciding(kLan);
  const auto accepted = decide(with({item}), on(Kind::Accept, item), lan);
  REQUIRE(accepted);
  const PastCommand past_of_lan{lan.command, Kind::Accept, *accepted};

  const auto minh = desk.deciding(kMinh);
  const Item& now = accepted->front().after;
  const auto edited = decide(with({now}), edit_summary(now, "Rà soát lại"), minh);
  REQUIRE(edited);
  api::ReviewCommand undo;
  undo.kind = Kind::Undo;
  auto situation = with({edited->front().after});
  situation.last = past_of_lan;
  CHECK(decide(situation, undo, desk.deciding(kLan)).error().code == Code::ReviewUndoOvertaken);

  situation.last = PastCommand{minh.command, Kind::Edit, *edited};
  const auto taken_back = decide(situation, undo, desk.deciding(kMinh));
  REQUIRE(taken_back);
  situation = with({taken_back->front().after});
  situation.last = past_of_lan;
  const auto first_again = decide(situation, undo, desk.deciding(kLan));
  REQUIRE(first_again);
  CHECK(first_again->front().after.state == ItemState::Proposed);
  CHECK(first_again->front().after.content.summary == "Rà soát");
  situation.last.reset();
  CHECK(decide(situation, undo, desk.deciding(kLan)).error().code == Code::NothingToUndo);
}
