// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "announce.hpp"
#include "export.hpp"
#include "history.hpp"
#include "journal/journal.hpp"
#include "review/plan_deadlines.hpp"
#include "stored_json.hpp"
#include "tests/office.hpp"

using namespace haidang;
using namespace haidang::review;
using namespace haidang::review::testing;
using Kind = api::CommandKind;
using State = api::DocumentState;

namespace {

api::Review review_of(Office& office, const Context& context, DocumentId id) {
  auto review = show_review(office.parts, context, id);
  REQUIRE(review);
  return std::move(*review);
}

api::ReviewCommand on(Kind kind, const api::ReviewItem& item) {
  api::ReviewCommand command;
  command.kind = kind;
  command.item = item.id;
  command.item_version = item.version;
  return command;
}

api::ReviewCommand undo() {
  api::ReviewCommand command;
  command.kind = Kind::Undo;
  return command;
}

std::vector<Item> items_of(Office& office, const DocumentRow& document) {
  return office.database.read([&](db::Read& read) { return list_items(read, kCity, document); });
}

void decide_everything(Office& office, const Context& context, DocumentId id) {
  for (const auto& item : review_of(office, context, id).items) {
    const bool settled = item.owners.front().resolution != PartyResolution::Unknown;
    REQUIRE(carry_out(office.parts, context, id, on(settled ? Kind::Accept : Kind::Skip, item)));
  }
}

}  // namespace

TEST_CASE("two reviewers work on different tasks at once; on the same one the second is told and loses nothing") {
  on_both_engines([](Office& office) {
    const auto document = office.read_sample();
    const auto lan = office.as("vanphong"), minh = office.as("lanhdao");
    const auto seen = review_of(office, lan, document.id);
    REQUIRE(carry_out(office.parts, lan, document.id, on(Kind::Accept, seen.items[0])));
    REQUIRE(carry_out(office.parts, minh, document.id, on(Kind::Skip, seen.items[1])));
    auto edit = on(Kind::Edit, seen.items[0]);
    edit.fields.emplace().summary = "Bản của người đến sau";
    const auto late = carry_out(office.parts, minh, document.id, edit);
    REQUIRE(!late);
    CHECK(late.error().code == Code::ReviewItemChanged);
    const auto current = show_item(office.parts, minh, document.id, seen.items[0].id);
    REQUIRE(current);
    CHECK(current->state == ItemState::Accepted);
    CHECK(current->edited_by->id == lan.actor.account);
    const auto now = office.document(document.id);
    CHECK(now.state == State::InReview);
    CHECK(now.counts.open == 3);
    CHECK(now.counts.accepted == 1);
    CHECK(now.counts.skipped == 1);
  });
}

TEST_CASE("the journal of a review replays to its rows, and undo brings back what was there") {
  on_both_engines([](Office& office) {
    const auto document = office.read_sample();
    auto replayed = items_of(office, document);
    const auto before = stored_json(replayed.front().content);
    const auto lan = office.as("vanphong");
    const auto seen = review_of(office, lan, document.id);
    REQUIRE(carry_out(office.parts, lan, document.id, on(Kind::Accept, seen.items[1])));
    auto split = on(Kind::Split, seen.items[0]);
    split.parts.emplace(2);
    split.parts->at(0).summary = "Rà soát";
    split.parts->at(1).summary = "Báo cáo";
    const auto parted = carry_out(office.parts, lan, document.id, split);
    REQUIRE(parted);
    CHECK(parted->removed == std::vector<ItemId>{seen.items[0].id});
    CHECK(parted->counts.tasks == 6);
    CHECK(review_of(office, lan, document.id).items[0].summary == "Rà soát");
    const auto back = carry_out(office.parts, lan, document.id, undo());
    REQUIRE(back);
    CHECK(back->counts.tasks == 5);
    const auto rows = items_of(office, document);
    CHECK(stored_json(rows.front().content) == before);

    const auto events =
        office.database.read([&](db::Read& read) { return journal::events_of(read, kCity, subject_of(document.id)); });
    for (const auto& event : events)
      if (event.body.as_object().contains("command"))
        apply(replayed, from_stored_value<ReviewHappened>(event.body), *event.by, event.at);
    std::erase_if(replayed, [](const Item& item) { return !stands(item); });
    CHECK(stored_json(replayed) == stored_json(rows));
    CHECK(!office.database.read([](db::Read& read) { return journal::first_broken(read, kCity); }));

    const auto history = show_history(office.parts, lan, document.id);
    REQUIRE(history);
    CHECK(history->items.front().kind == "review_undone");
    CHECK(history->items.back().kind == "document_uploaded");
  });
}

TEST_CASE("a plan is saved when everything is decided; a reopened one becomes a new version beside the old") {
  on_both_engines([](Office& office) {
    const auto document = office.read_sample();
    const auto lan = office.as("vanphong");
    const auto early = save_plan(office.parts, lan, document.id, {});
    REQUIRE(!early);
    CHECK(early.error().code == Code::PlanNotReady);
    CHECK(early.error().parameters.front().second == "5");
    decide_everything(office, lan, document.id);
    const auto saved = save_plan(office.parts, lan, document.id, {office.document(document.id).version});
    REQUIRE(saved);
    CHECK(saved->version == 1);
    CHECK(saved->tasks == 4);
    const auto review = review_of(office, lan, document.id);
    CHECK(carry_out(office.parts, lan, document.id, on(Kind::Skip, review.items[0])).error().code ==
          Code::ReviewClosed);
    CHECK(withdraw(office.parts, lan, document.id).error().code == Code::DocumentHasPlan);
    CHECK(read_again(office.parts, lan, document.id, {true}).error().code == Code::ReviewClosed);

    REQUIRE(reopen_review(office.parts, lan, document.id));
    REQUIRE(carry_out(office.parts, lan, document.id, on(Kind::Skip, review.items[0])));
    REQUIRE(save_plan(office.parts, lan, document.id, {}));
    const auto first = show_plan(office.parts, lan, document.id, 1),
               second = show_plan(office.parts, lan, document.id, {});
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->tasks.size() == 4);
    CHECK(second->tasks.size() == 3);
    CHECK(second->versions.size() == 2);
    CHECK(first->by_agency.size() == 3);
    CHECK(first->by_agency.front().tasks.size() == 2);
    CHECK(first->by_deadline.front().month == LocalDate{std::chrono::year{2022} / 7 / 1});
    CHECK(show_plan(office.parts, lan, document.id, 3).error().code == Code::PlanUnknown);
    CHECK(show_plan(office.parts, office.as("thutruong.coso"), document.id, {}).error().code == Code::DocumentNotFound);
    const auto list = office.database.read([&](db::Read& read) { return list_plans(read, office.parts, lan, {}); });
    REQUIRE(list.items.size() == 1);
    CHECK(list.items.front().saved.version == 2);
  });
}

TEST_CASE(
    "the calendar is told of the deadlines of the plan in force that are counted from the issue, and of no other") {
  on_both_engines([](Office& office) {
    const auto document = office.read_sample();
    const auto lan = office.as("vanphong");
    const PlanDeadlines deadlines(office.parts.office_calendar);
    const auto told = [&](std::string_view calendar) {
      return office.database.read([&](db::Read& read) {
        return deadlines.counted_on(read, kCity, calendar, *office.calendars.library(read, kCity));
      });
    };
    CHECK(told("vietnam").empty());
    decide_everything(office, lan, document.id);
    REQUIRE(save_plan(office.parts, lan, document.id, {}));
    const auto counted = told("vietnam");
    REQUIRE(counted.size() == 1);
    CHECK(counted.front().matter.name.starts_with("12/CT-UBND · 1.b "));
    CHECK(counted.front().page == "/documents/" + std::to_string(document.id.value()) + "/plan");
    const auto deadline = calendar::compute(counted.front().matter);
    REQUIRE(deadline);
    CHECK(date_of(deadline->due) == LocalDate{std::chrono::year{2022} / 7 / 13});
    CHECK(told("vietnam-saturday-morning").empty());
  });
}

TEST_CASE("a review that people have begun is read again only when told to drop it") {
  on_both_engines([](Office& office) {
    const auto document = office.read_sample();
    const auto lan = office.as("vanphong");
    REQUIRE(carry_out(office.parts, lan, document.id, on(Kind::Accept, review_of(office, lan, document.id).items[0])));
    CHECK(read_again(office.parts, lan, document.id, {}).error().code == Code::ReviewStarted);
    REQUIRE(read_again(office.parts, lan, document.id, {true}));
    office.read_all();
    const auto again = review_of(office, lan, document.id);
    CHECK(again.items.size() == 5);
    CHECK(again.items[0].state == ItemState::Proposed);
    CHECK(carry_out(office.parts, lan, document.id, undo()).error().code == Code::NothingToUndo);
  });
}

TEST_CASE("a plan is exported in three formats, before it is saved as a draft") {
  on_both_engines([](Office& office) {
    const auto document = office.read_sample();
    const auto lan = office.as("vanphong");
    const auto plan = printable(office.parts, lan, document.id, {}, false);
    REQUIRE(plan);
    CHECK(plan->draft);
    for (const char* format : {"xlsx", "docx", "pdf"}) {
      const auto file = exported(*plan, format);
      REQUIRE(file);
      CHECK(file->bytes.size() > 1'000);
      CHECK(file->file_name == std::string("du-thao-ke-hoach-12-ct-ubnd.") + format);
    }
    CHECK(exported(*plan, "odt").error().code == Code::ExportFormatUnknown);
    CHECK(disposition("attachment", "Kế hoạch.pdf") ==
          "attachment; filename=\"ke hoach.pdf\"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.pdf");
  });
}
