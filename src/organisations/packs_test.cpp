// SPDX-License-Identifier: Apache-2.0
#include "organisations/packs.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/codec.hpp"
#include "organisations/groups.hpp"
#include "tests/act_building.hpp"

namespace haidang::organisations {

using testing::day;

namespace {

const History& city() {
  static const History history = history_of_pack("haiphong").value();
  return history;
}
const LocalDate kIn2022 = day("2022-07-08"), kLastDay = day("2025-06-30"), kNow = day("2025-07-01");

OrganisationId unit(const std::string& name, LocalDate on) {
  const auto found = city().find_by_name(name, on);
  REQUIRE(found.size() == 1);
  return found[0]->id;
}

void count_on(std::ostream& out, LocalDate on) {
  std::map<std::string, std::map<std::string, int>> counts;
  for (const Life* life : city().existing_on(on)) {
    const OrganisationId top = city().ancestors_of(life->id, on).back();
    ++counts[city().who_was(top, on)->name][codec::word_of(life->named_on(on).naming.kind)];
  }
  for (const auto& [top, kinds] : counts) {
    out << iso(on) << ' ' << top << '\n';
    for (const auto& [kind, count] : kinds) out << "  " << kind << ' ' << count << '\n';
  }
}

void tell_acts(std::ostream& out) {
  for (const RecordedAct& recorded : city().acts()) {
    std::map<std::string, int> kinds;
    int unverified = 0;
    for (const Event& event : recorded.act.events) {
      ++kinds[codec::word_of(event.kind)];
      unverified += event.verified ? 0 : 1;
    }
    out << iso(recorded.act.on) << ' ' << *recorded.act.origin << ": " << recorded.act.source.document << '\n';
    for (const auto& [kind, count] : kinds) out << "  " << kind << ' ' << count << '\n';
    out << "  unverified " << unverified << '\n';
  }
}

/// Every doubtful step that ends something, with what was decided.
void tell_doubts(std::ostream& out) {
  for (const RecordedAct& recorded : city().acts()) {
    const LocalDate before = add_days(recorded.act.on, -1);
    for (const Event& event : recorded.act.events) {
      if (event.verified || !event.answerer) continue;
      for (const OrganisationId subject : event.subjects) {
        const Life& life = *city().find(subject);
        const auto parent = life.parent_on(before);
        out << iso(recorded.act.on) << '\t' << life.named_on(before).naming.name << '\t'
            << (parent ? city().find(*parent)->named_on(before).naming.name : "") << '\t'
            << city().find(*event.answerer)->named_on(recorded.act.on).naming.name << '\t'
            << event.note.value_or(recorded.act.source.note.value_or("")) << '\n';
      }
    }
  }
}

void check_golden(const std::string& name, const std::string& text) {
  const std::string path = "src/organisations/tests/golden/" + name;
  if (const char* accept = std::getenv("ACCEPT"); accept && std::string_view(accept) == "1")
    std::ofstream(path) << text;
  std::ifstream file(path);
  std::stringstream expected;
  expected << file.rdbuf();
  CHECK(text == expected.str());
}

}  // namespace

TEST_CASE("the pack has the counts of the published lists") {
  std::ostringstream summary;
  tell_acts(summary);
  for (const LocalDate on : {kIn2022, kLastDay, kNow}) count_on(summary, on);
  check_golden("haiphong_pack.txt", summary.str());
}

TEST_CASE("15 districts and 217 communes in 2022; 45 wards, 67 communes and 2 special zones in July 2025") {
  CHECK(members_of(city(), *find_group("districts"), kIn2022).size() == 15);
  CHECK(members_of(city(), *find_group("communes"), kIn2022).size() == 217);
  CHECK(members_of(city(), *find_group("districts"), kNow).empty());
  CHECK(members_of(city(), *find_group("communes"), kNow).size() == 114);
  CHECK(members_of(city(), *find_group("wards"), kNow).size() == 45);
  CHECK(members_of(city(), *find_group("rural_communes"), kNow).size() == 67);
  CHECK(members_of(city(), *find_group("special_zones"), kNow).size() == 2);
}

TEST_CASE(
    "each commune of 2022 is answered for by one of the 114 in July 2025, and each of the 114 by what it came from") {
  std::set<OrganisationId> answerers;
  int communes = 0;
  for (const Life* life : city().existing_on(kIn2022)) {
    if (!is_commune(life->named_on(kIn2022).naming.kind)) continue;
    ++communes;
    const OrganisationId answerer = city().answers_for(life->id, kNow);
    const Naming& naming = city().find(answerer)->named_on(kNow).naming;
    CHECK_MESSAGE(is_commune(naming.kind), life->named_on(kIn2022).naming.name);
    CHECK(city().find(answerer)->began == kNow);
    answerers.insert(answerer);
  }
  CHECK(communes == 452);  // 217 of Hải Phòng, 235 of Hải Dương
  for (const Life* life : members_of(city(), *find_group("communes"), kNow))
    CHECK_MESSAGE(!life->predecessors.empty(), life->named_on(kNow).naming.name);
  // Bạch Long Vĩ was a district without communes.
  CHECK(city().answers_for(unit("Huyện Bạch Long Vĩ", kIn2022), kNow) == unit("Đặc khu Bạch Long Vĩ", kNow));
  CHECK(answerers.size() == 113);  // all but Bạch Long Vĩ
}

TEST_CASE("districts end with June 2025, and the city or the special zone answers for them") {
  for (const Life* life : city().existing_on(kLastDay)) {
    if (!is_district(life->named_on(kLastDay).naming.kind)) continue;
    CHECK_FALSE(life->exists_on(kNow));
  }
  CHECK(city().answers_for(unit("Quận Hồng Bàng", kIn2022), kNow) == city().root());
  CHECK(city().answers_for(unit("Huyện Cát Hải", kIn2022), kNow) == unit("Đặc khu Cát Hải", kNow));
  CHECK(city().answers_for(unit("Tỉnh Hải Dương", kIn2022), kNow) == city().root());
}

TEST_CASE("a unit whose parts went to several new ones is a split that names who answers") {
  const Life& divided = *city().find(unit("Phường Văn Đức", kLastDay));
  REQUIRE(divided.ending.has_value());
  CHECK(divided.ending->successors.size() == 3);
  CHECK_FALSE(divided.ending->verified);
}

TEST_CASE("what is known only by heart is marked as unverified") {
  CHECK_FALSE(city().find(unit("Sở Nội vụ", kIn2022))->verified);
  CHECK(city().find(unit("Quận Hồng Bàng", kIn2022))->verified);
  CHECK(city().find(unit("Phường Hồng Bàng", kNow))->verified);
  for (const RecordedAct& recorded : city().acts())
    for (const Event& event : recorded.act.events)
      if (!event.verified) CHECK((event.note.has_value() || recorded.act.source.note.has_value()));
}

TEST_CASE("everything doubtful in the pack is listed for those who can check it") {
  std::ostringstream doubts;
  tell_doubts(doubts);
  check_golden("haiphong_doubts.tsv", doubts.str());
}

TEST_CASE("an unknown pack is named") {
  CHECK(history_of_pack("atlantis").error().code == Code::PackUnknown);
}

}  // namespace haidang::organisations
