// SPDX-License-Identifier: Apache-2.0
#include "organisations/history.hpp"

#include <doctest/doctest.h>

#include "tests/act_building.hpp"

namespace haidang::organisations {

using namespace testing;
using enum OrganisationKind;

namespace {

const OrganisationId kCity = org(1), kDistrict = org(2), kFirst = org(3), kSecond = org(4), kNew = org(5);

RecordedAct beginnings() {
  return act(
      "2022-01-01",
      {created(kCity, "Thành phố Hải Phòng", Province), created(kDistrict, "Huyện Thuỷ Nguyên", RuralDistrict, kCity),
       created(kFirst, "Xã An Lư", Commune, kDistrict), created(kSecond, "Xã Trung Hà", Commune, kDistrict)});
}
Code refused(const History& history, RecordedAct next) {
  const auto more = history.with(std::move(next));
  REQUIRE_FALSE(more.has_value());
  return more.error().code;
}

}  // namespace

TEST_CASE("a unit is known under the name of the day") {
  const History history =
      history_of({beginnings(), act("2025-01-01", {renamed(kDistrict, "Thành phố Thuỷ Nguyên", ProvincialCity)})});
  CHECK(history.who_was(kDistrict, day("2024-12-31"))->name == "Huyện Thuỷ Nguyên");
  CHECK(history.who_was(kDistrict, day("2025-01-01"))->name == "Thành phố Thuỷ Nguyên");
  CHECK_FALSE(history.who_was(kDistrict, day("2021-12-31")));
  CHECK(history.find_by_name("huyện Thủy Nguyên", day("2022-07-01")).size() == 1);
  CHECK(history.find_by_name("huyện Thủy Nguyên", day("2025-07-01")).empty());
  CHECK(history.answers_for(kDistrict, day("2025-02-01")) == kDistrict);
}

TEST_CASE("names that differ in one mark are two names, and the place of the tone mark is no difference") {
  CHECK(keys_of("Xã Cẩm Giang").spelling != keys_of("Xã Cẩm Giàng").spelling);
  CHECK(keys_of("Xã Cẩm Giang").letters == keys_of("Xã Cẩm Giàng").letters);
  CHECK(keys_of("Huyện Thuỷ Nguyên").spelling == keys_of("HUYỆN THỦY NGUYÊN").spelling);
  CHECK(keys_of("Sở Lao động - Thương binh và Xã hội").spelling ==
        keys_of("Sở Lao động, Thương binh & Xã hội").spelling);
}

TEST_CASE("a merged unit is answered for by the one that took it in, on and after the day") {
  const History history = history_of({beginnings(), act("2025-01-01", {created(kNew, "Phường Thủy Hà", Ward, kDistrict),
                                                                       merged({kFirst, kSecond}, kNew)})});
  CHECK(history.answers_for(kFirst, day("2024-12-31")) == kFirst);
  CHECK(history.answers_for(kFirst, day("2025-01-01")) == kNew);
  CHECK(history.answers_for(kSecond, day("2030-01-01")) == kNew);
  CHECK(history.find(kNew)->predecessors == std::vector{kFirst, kSecond});
  CHECK(history.find(kFirst)->ending->successors == std::vector{kNew});
  CHECK_FALSE(history.find(kFirst)->exists_on(day("2025-01-01")));
}

TEST_CASE("one of the merged may take in the others and goes on") {
  const History history = history_of({beginnings(), act("2025-01-01", {merged({kFirst, kSecond}, kSecond)})});
  CHECK(history.answers_for(kFirst, day("2025-01-01")) == kSecond);
  CHECK(history.find(kSecond)->exists_on(day("2025-01-01")));
}

TEST_CASE("a split names the part that answers, which may be the old unit itself") {
  const History divided = history_of({beginnings(), act("2024-01-01", {created(kNew, "Xã Hà Bắc", Commune, kDistrict),
                                                                       created(org(6), "Xã Hà Nam", Commune, kDistrict),
                                                                       split(kFirst, {kNew, org(6)}, org(6))})});
  CHECK(divided.answers_for(kFirst, day("2024-01-01")) == org(6));
  CHECK(divided.find(kFirst)->ending->successors.size() == 2);
  const History parted = history_of({beginnings(), act("2024-01-01", {created(kNew, "Xã Hà Bắc", Commune, kDistrict),
                                                                      split(kFirst, {kNew, kFirst}, kFirst)})});
  CHECK(parted.answers_for(kFirst, day("2024-01-01")) == kFirst);
  CHECK(parted.find(kNew)->predecessors == std::vector{kFirst});
}

TEST_CASE("the children of a unit that ends go to its answerer unless the act moves them") {
  const History history = history_of({beginnings(), act("2025-07-01", {closed({kDistrict}, kCity)})});
  CHECK(history.find(kFirst)->parent_on(day("2025-06-30")) == kDistrict);
  CHECK(history.find(kFirst)->parent_on(day("2025-07-01")) == kCity);
  CHECK(history.children_of(kCity, day("2025-07-01")).size() == 2);
}

TEST_CASE("what cannot be is refused in its own words") {
  const History history = history_of({beginnings()});
  CHECK(refused(history, act("2024-01-01", {renamed(org(99), "Không có", Commune)})) == Code::OrganisationUnknown);
  CHECK(refused(history, act("2021-01-01", {renamed(kFirst, "Xã Mới", Commune)})) == Code::OrganisationNotThen);
  CHECK(refused(history, act("2022-01-01", {merged({kFirst}, kSecond)})) == Code::OrganisationEndsOnItsFirstDay);
  CHECK(refused(history, act("2024-01-01", {merged({kFirst}, kFirst)})) == Code::MergeWithItself);
  CHECK(refused(history, act("2024-01-01", {split(kFirst, {kSecond}, kSecond)})) == Code::SplitNeedsParts);
  CHECK(refused(history, act("2024-01-01", {created(kNew, "Xã Hà Bắc", Commune, kDistrict),
                                            split(kFirst, {kNew, kSecond}, kCity)})) == Code::AnswererNotAmongParts);
  CHECK(refused(history, act("2024-01-01", {closed({kDistrict}, kFirst)})) == Code::AnswererWithin);
  CHECK(refused(history, act("2024-01-01", {moved({kDistrict}, kFirst)})) == Code::ParentWithin);
  CHECK(refused(history, act("2024-01-01", {renamed(kFirst, "Xã An Lư", Commune)})) == Code::NothingRenamed);
  CHECK(refused(history, act("2024-01-01", {created(kNew, "Xã AN LƯ", Commune, kDistrict)})) ==
        Code::OrganisationNameTaken);
}

TEST_CASE("an act may be entered late, unless it makes a later one impossible") {
  const History history = history_of({beginnings(), act("2025-01-01", {merged({kFirst}, kSecond)})});
  const auto renamed_late = history.with(act("2023-01-01", {renamed(kFirst, "Xã An Lư Mới", Commune)}));
  REQUIRE(renamed_late.has_value());
  CHECK(renamed_late->who_was(kFirst, day("2024-01-01"))->name == "Xã An Lư Mới");
  CHECK(renamed_late->answers_for(kFirst, day("2025-01-01")) == kSecond);
  CHECK(refused(history, act("2023-01-01", {closed({kFirst}, kDistrict)})) == Code::LaterEventContradicts);
  CHECK(refused(history, act("2023-01-01", {closed({kSecond}, kDistrict)})) == Code::LaterEventContradicts);
}

TEST_CASE("the tenant's own government is the first one recorded, whatever took effect earlier") {
  const History history = history_of({beginnings(), act("1997-01-01", {created(org(9), "Tỉnh Hải Dương", Province)})});
  CHECK(history.root() == kCity);
}

}  // namespace haidang::organisations
