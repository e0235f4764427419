// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organisations/history.hpp"

namespace haidang::organisations {

enum class Outcome { One, Group, Ambiguous, Unknown };

/// Whom a name in a document means.
///   One:       `organisations` holds it.
///   Group:     `group` is its code (groups.hpp), `organisations` its members on the document's date.
///   Ambiguous: several are meant equally well, or "những cơ quan liên quan" of a group: `candidates`; a person
///   chooses. Unknown:   `candidates` hold names like it, as a hint. It is never guessed.
struct Resolution {
  Outcome outcome = Outcome::Unknown;
  std::optional<std::string> group;
  std::vector<OrganisationId> organisations;
  std::vector<OrganisationId> candidates;
};

/// Where a name is read: on the document's date, and, when known, in a document issued by `within` (its issuer): a
/// district's "UBND các xã, phường" are its own, and "Phường Trần Hưng Đạo" is the one of that district.
struct Reading {
  LocalDate on;
  std::optional<OrganisationId> within;
};

/// "Sở Nội vụ", "UBND huyện Thuỷ Nguyên", "UBND các quận, huyện", "Ủy ban nhân dân thành phố", "Sở LĐTBXH", "UBND
/// phường Trần Hưng Đạo, quận Hồng Bàng". Spelling variants and the abbreviations of packs/organisations/abbreviations
/// are understood; marks always count.
Resolution resolve(const History&, std::string_view name, const Reading&);

/// The organisation that issued a document, from its header ("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG"), or nothing.
std::optional<OrganisationId> find_issuer(const History&, std::string_view issuer, LocalDate on);

}  // namespace haidang::organisations
