// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/act_building.hpp"
#include "views.hpp"

namespace haidang::organisations {

using namespace testing;
using enum OrganisationKind;
using api::StepKind;
using api::WarningKind;

namespace {

const OrganisationId kCity = org(1), kDistrict = org(2), kFirst = org(3), kSecond = org(4);

History beginnings() {
  return history_of({act(
      "2022-01-01",
      {created(kCity, "Thành phố Hải Phòng", Province), created(kDistrict, "Huyện Cẩm Giàng", RuralDistrict, kCity),
       created(kFirst, "Xã Cẩm Giàng", Commune, kDistrict), created(kSecond, "Xã Định Sơn", Commune, kDistrict)})});
}
api::OrganisationRef ref(OrganisationId id) {
  return {id, std::nullopt};
}
api::ReorganisationDraft draft(const char* on, std::vector<api::StepDraft> steps) {
  LegalSource source;
  source.document = "Nghị quyết 1/NQ";
  source.verified = true;
  return {day(on), source, std::move(steps)};
}
api::StepDraft merge_into_new(const std::string& name) {
  api::StepDraft step;
  step.kind = StepKind::Merge;
  step.subjects = {{ref(kSecond)}};
  step.created = api::NewOrganisation{"new", name, std::nullopt, Commune, std::nullopt, ref(kDistrict)};
  return step;
}
Result<DraftedAct> drafted(const api::ReorganisationDraft& from) {
  std::int64_t next = 500;
  return act_from_draft(from, {.id = ReorganisationId(9), .next_id = [&] { return OrganisationId(next++); }});
}
Result<api::ReorganisationPreview> previewed(const History& history, const api::ReorganisationDraft& from) {
  const auto act = drafted(from);
  if (!act) return pass_on(act);
  return preview_of(history, *act, day("2025-06-01"), Language::English);
}
bool warns(const api::ReorganisationPreview& preview, WarningKind kind) {
  return std::any_of(preview.warnings.begin(), preview.warnings.end(),
                     [&](const api::PreviewWarning& warning) { return warning.kind == kind; });
}
std::vector<std::string> texts_of(const std::vector<api::OrganisationRow>& rows) {
  std::vector<std::string> texts;
  for (const api::OrganisationRow& row : rows)
    texts.push_back(row.name + " < " + (row.parent ? std::to_string(row.parent->value()) : "-"));
  return texts;
}

}  // namespace

TEST_CASE("a preview shows the tree before and after, and who will answer") {
  const auto preview = previewed(beginnings(), draft("2025-07-01", {merge_into_new("Xã Mới")}));
  REQUIRE(preview.has_value());
  CHECK(preview->acceptable);
  CHECK(texts_of(preview->before) ==
        std::vector<std::string>{"Thành phố Hải Phòng < -", "Huyện Cẩm Giàng < 1", "Xã Định Sơn < 2"});
  CHECK(texts_of(preview->after) ==
        std::vector<std::string>{"Thành phố Hải Phòng < -", "Huyện Cẩm Giàng < 1", "Xã Mới < 2"});
  REQUIRE(preview->answering.size() == 1);
  CHECK(preview->answering[0].organisation.name == "Xã Định Sơn");
  CHECK(preview->answering[0].answerer.name == "Xã Mới");
  CHECK(preview->warnings.empty());
}

TEST_CASE("a preview warns of names alike, of children left alone, of the past, and of an unverified source") {
  const History history = beginnings();
  CHECK(warns(*previewed(history, draft("2025-07-01", {merge_into_new("Xã Cẩm Giang")})), WarningKind::NamesAlike));
  api::StepDraft close;
  close.kind = StepKind::Close;
  close.subjects = {{ref(kDistrict)}};
  close.answerer = ref(kCity);
  auto unverified = draft("2025-05-01", {close});
  unverified.source.verified = false;
  const auto preview = previewed(history, unverified);
  REQUIRE(preview.has_value());
  CHECK(warns(*preview, WarningKind::ChildrenWithoutParent));
  CHECK(warns(*preview, WarningKind::InThePast));
  CHECK(warns(*preview, WarningKind::SourceUnverified));
  CHECK(preview->acceptable);
}

TEST_CASE("a preview says what blocks it, in words") {
  const History history = *beginnings().with(act("2025-01-01", {merged({kFirst}, kSecond)}));
  api::StepDraft close;
  close.kind = StepKind::Close;
  close.subjects = {{ref(kFirst)}};
  close.answerer = ref(kDistrict);
  const auto late = previewed(history, draft("2024-01-01", {close}));
  REQUIRE(late.has_value());
  CHECK_FALSE(late->acceptable);
  CHECK(warns(*late, WarningKind::LaterEventDepends));
  const auto early = previewed(history, draft("2020-01-01", {close}));
  REQUIRE(early.has_value());
  CHECK(warns(*early, WarningKind::BeforeStart));
  CHECK_FALSE(early->warnings.back().message.empty());
}

TEST_CASE("a draft that lacks something says what") {
  api::StepDraft empty;
  empty.kind = StepKind::Close;
  const auto refused = drafted(draft("2025-07-01", {empty}));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == Code::ReorganisationIncomplete);
  CHECK(refused.error().parameters[0].second == "steps[0].subjects");
  api::StepDraft stray = merge_into_new("Xã Mới");
  stray.created->parent = api::OrganisationRef{std::nullopt, "nobody"};
  CHECK(drafted(draft("2025-07-01", {stray})).error().code == Code::ReorganisationKeyUnknown);
  CHECK(drafted(draft("2025-07-01", {merge_into_new("A"), merge_into_new("B")})).error().code ==
        Code::ReorganisationKeyTwice);
}

TEST_CASE("steps of one act refer to what other steps make") {
  api::StepDraft split;
  split.kind = StepKind::Split;
  split.subjects = {{ref(kFirst)}};
  split.parts = {{api::OrganisationRef{std::nullopt, "new"}}};
  split.parts_created = {
      {api::NewOrganisation{"other", "Xã Khác", std::nullopt, Commune, std::nullopt, ref(kDistrict)}}};
  split.answerer = api::OrganisationRef{std::nullopt, "other"};
  const auto preview = previewed(beginnings(), draft("2025-07-01", {split, merge_into_new("Xã Mới")}));
  REQUIRE(preview.has_value());
  REQUIRE(preview->answering.size() == 2);
  CHECK(preview->answering[0].answerer.name == "Xã Khác");
}

TEST_CASE("a preview equals what applying gives") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const History history = random_history(random, 15);
    std::mt19937 other(seed + 500);
    for (int i = 0; i < 20; ++i) {
      const RecordedAct next = random_act(other, history);
      const auto preview = preview_of(history, {next.act, {}}, day("2026-01-01"), Language::English);
      const auto applied = history.with(next);
      CHECK((preview.has_value() && preview->acceptable) == applied.has_value());
      if (!applied) continue;
      for (const api::WhoAnswers& told : preview->answering)
        CHECK(applied->answers_for(told.organisation.id, next.act.on) == told.answerer.id);
      std::vector<OrganisationId> ids;
      for (const api::OrganisationRow& row : preview->after) ids.push_back(row.id);
      CHECK(texts_of(rows_on(*applied, ids, next.act.on)) == texts_of(preview->after));
    }
  }
}

}  // namespace haidang::organisations
