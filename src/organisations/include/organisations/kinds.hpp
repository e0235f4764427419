// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/describe.hpp>
#include <string_view>

namespace haidang::organisations {

/// What an organisation is. A territorial unit and its people's committee are one organisation: "UBND huyện Thủy
/// Nguyên" is "Huyện Thủy Nguyên".
enum class OrganisationKind {
  Province,          ///< tỉnh, thành phố trực thuộc trung ương
  UrbanDistrict,     ///< quận
  RuralDistrict,     ///< huyện
  Town,              ///< thị xã
  ProvincialCity,    ///< thành phố thuộc tỉnh, thành phố thuộc thành phố
  Ward,              ///< phường
  Township,          ///< thị trấn
  Commune,           ///< xã
  SpecialZone,       ///< đặc khu
  Department,        ///< sở và cơ quan tương đương sở (văn phòng, thanh tra, ban quản lý)
  VerticalBody,      ///< cơ quan ngành dọc của trung ương đóng trên địa bàn
  Division,          ///< phòng, ban trực thuộc
  PublicServiceUnit  ///< đơn vị sự nghiệp công lập, doanh nghiệp nhà nước
};
BOOST_DESCRIBE_ENUM(OrganisationKind, Province, UrbanDistrict, RuralDistrict, Town, ProvincialCity, Ward, Township,
                    Commune, SpecialZone, Department, VerticalBody, Division, PublicServiceUnit)

/// District level: quận, huyện, thị xã, thành phố thuộc tỉnh.
constexpr bool is_district(OrganisationKind kind) {
  return kind == OrganisationKind::UrbanDistrict || kind == OrganisationKind::RuralDistrict ||
         kind == OrganisationKind::Town || kind == OrganisationKind::ProvincialCity;
}
/// Commune level: phường, thị trấn, xã, đặc khu.
constexpr bool is_commune(OrganisationKind kind) {
  return kind == OrganisationKind::Ward || kind == OrganisationKind::Township || kind == OrganisationKind::Commune ||
         kind == OrganisationKind::SpecialZone;
}

/// What a reorganisation does.
enum class EventKind { Created, Renamed, Merged, Split, Moved, Closed };
BOOST_DESCRIBE_ENUM(EventKind, Created, Renamed, Merged, Split, Moved, Closed)

}  // namespace haidang::organisations
