// SPDX-License-Identifier: Apache-2.0
#include "organisations/resolve.hpp"

#include <doctest/doctest.h>

#include "organisations/groups.hpp"
#include "organisations/packs.hpp"
#include "tests/act_building.hpp"

namespace haidang::organisations {

using testing::day;

namespace {

const History& city() {
  static const History history = history_of_pack("haiphong").value();
  return history;
}
const LocalDate kIn2022 = day("2022-07-08"), kInMay2025 = day("2025-05-10"), kNow = day("2025-09-01");

Resolution read(std::string_view name, LocalDate on = kIn2022, std::optional<OrganisationId> within = {}) {
  return resolve(city(), name, {on, within});
}
/// The name and the place of the one that is meant; else what the outcome is.
std::string one(std::string_view name, LocalDate on = kIn2022, std::optional<OrganisationId> within = {}) {
  const Resolution found = read(name, on, within);
  switch (found.outcome) {
    case Outcome::One:
      return city().who_was(found.organisations.at(0), on)->name;
    case Outcome::Group:
      return "group " + *found.group + ' ' + std::to_string(found.organisations.size());
    case Outcome::Ambiguous:
      return "ambiguous " + std::to_string(found.candidates.size());
    case Outcome::Unknown:
      return "unknown";
  }
  return {};
}
OrganisationId id_of(std::string_view name, LocalDate on = kIn2022) {
  const Resolution found = read(name, on);
  REQUIRE(found.outcome == Outcome::One);
  return found.organisations[0];
}

}  // namespace

TEST_CASE("the names of a directive mean the organisations of its date") {
  CHECK(one("Sở Nội vụ") == "Sở Nội vụ");
  CHECK(one("Sở Nội vụ thành phố Hải Phòng") == "Sở Nội vụ");
  CHECK(one("Sở Lao động - Thương binh và Xã hội") == "Sở Lao động - Thương binh và Xã hội");
  CHECK(one("Sở LĐTBXH") == "Sở Lao động - Thương binh và Xã hội");
  CHECK(one("Sở LĐ-TB&XH") == "Sở Lao động - Thương binh và Xã hội");
  CHECK(one("Sở KH&ĐT") == "Sở Kế hoạch và Đầu tư");
  CHECK(one("Sở Kế hoạch và Đầu tư", kInMay2025) == "unknown");
  CHECK(one("Văn phòng Ủy ban nhân dân thành phố") == "Văn phòng Ủy ban nhân dân thành phố");
  CHECK(one("Văn phòng UBND thành phố") == "Văn phòng Ủy ban nhân dân thành phố");
  CHECK(one("Thanh tra thành phố") == "Thanh tra thành phố");
  CHECK(one("Công an thành phố") == "Công an thành phố Hải Phòng");
  CHECK(one("Cục Thuế thành phố") == "Cục Thuế thành phố Hải Phòng");
  CHECK(one("BHXH thành phố") == "Bảo hiểm xã hội thành phố Hải Phòng");
  CHECK(one("Bưu điện thành phố") == "Bưu điện thành phố Hải Phòng");
  CHECK(one("Ban Quản lý Khu kinh tế Hải Phòng") == "Ban Quản lý Khu kinh tế Hải Phòng");
}

TEST_CASE("a committee is its unit") {
  CHECK(one("UBND huyện Thủy Nguyên") == "Huyện Thuỷ Nguyên");
  CHECK(one("Uỷ ban nhân dân huyện Thuỷ Nguyên") == "Huyện Thuỷ Nguyên");
  CHECK(one("UBND thành phố Thủy Nguyên", kInMay2025) == "Thành phố Thủy Nguyên");
  CHECK(one("Ủy ban nhân dân thành phố") == "Thành phố Hải Phòng");
  CHECK(one("UBND TP Hải Phòng") == "Thành phố Hải Phòng");
  CHECK(one("UBND Hồng Bàng") == "Quận Hồng Bàng");
  CHECK(one("UBND quận", kIn2022, id_of("Quận Lê Chân")) == "Quận Lê Chân");
  CHECK(one("UBND thành phố", kIn2022, id_of("Quận Lê Chân")) == "Thành phố Hải Phòng");
  CHECK(one("UBND quận") == "unknown");
}

TEST_CASE("groups know their members by rule and date") {
  CHECK(one("UBND các quận, huyện") == "group districts 15");
  CHECK(one("các quận, huyện") == "group districts 15");
  CHECK(one("UBND các huyện") == "group rural_districts 8");
  CHECK(one("UBND các quận", kInMay2025) == "group urban_districts 8");
  CHECK(one("UBND các quận, huyện", kInMay2025) == "group districts 15");
  CHECK(one("UBND các quận, huyện", kNow) == "unknown");
  CHECK(one("UBND các xã, phường, thị trấn") == "group communes 217");
  CHECK(one("UBND các xã, phường, đặc khu", kNow) == "group communes 114");
  CHECK(one("các sở, ban, ngành thành phố") == "group agencies 26");
  CHECK(one("các Sở") == "group departments 17");
  CHECK(one("UBND các xã, phường", kIn2022, id_of("Quận Ngô Quyền")) == "group communes 12");
  CHECK(read("các sở, ngành liên quan").outcome == Outcome::Ambiguous);
}

TEST_CASE("names that differ in one mark are never taken for each other") {
  const OrganisationId giang = id_of("Xã Cẩm Giang", kNow), giang_with_mark = id_of("Xã Cẩm Giàng", kNow);
  CHECK(giang != giang_with_mark);
  CHECK(city().who_was(giang, kNow)->code == "10888");
  CHECK(city().who_was(giang_with_mark, kNow)->code == "10903");
  const Resolution unmarked = read("UBND xã Cam Giang", kNow);
  CHECK(unmarked.outcome == Outcome::Unknown);
  CHECK(unmarked.candidates.size() >= 2);
}

TEST_CASE("a name borne in several places is asked, unless the document says which") {
  const LocalDate date = kInMay2025;
  // In Thủy Nguyên and in the city of Hải Dương: a document of Hải Phòng means its own.
  CHECK(city().find_by_name("Phường Trần Hưng Đạo", date).size() == 2);
  CHECK(city().ancestors_of(id_of("UBND phường Trần Hưng Đạo", date), date)[1] == id_of("Thành phố Thủy Nguyên", date));
  CHECK(city().ancestors_of(id_of("Phường Trần Hưng Đạo (thành phố Hải Dương)", date), date)[1] ==
        id_of("Thành phố Hải Dương", date));
  CHECK(city().find_by_name("Xã Hoà Bình", kIn2022).size() == 2);
  CHECK(one("UBND xã Hòa Bình") == "ambiguous 2");
  CHECK(one("UBND xã Hòa Bình, huyện Vĩnh Bảo") == "Xã Hoà Bình");
  CHECK(one("UBND xã Hòa Bình", kIn2022, id_of("Huyện Vĩnh Bảo")) == "Xã Hoà Bình");
}

TEST_CASE("what is not known is not guessed, and hints say who may be meant") {
  CHECK(read("Sở Ma thuật").outcome == Outcome::Unknown);
  CHECK(read("").outcome == Outcome::Unknown);
  const Resolution ended = read("Sở Giao thông vận tải", kNow);
  CHECK(ended.outcome == Outcome::Unknown);
  REQUIRE(ended.candidates.size() == 1);
  CHECK(city().who_was(ended.candidates[0], kNow)->name == "Sở Xây dựng");
  CHECK(read("các sở, ban, ngành, đoàn thể").outcome == Outcome::Unknown);
}

TEST_CASE("the issuer of a document is found from its head") {
  CHECK(find_issuer(city(), "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", kIn2022) == city().root());
  CHECK(find_issuer(city(), "UBND QUẬN LÊ CHÂN", kIn2022) == id_of("Quận Lê Chân"));
  CHECK_FALSE(find_issuer(city(), "", kIn2022).has_value());
}

}  // namespace haidang::organisations
