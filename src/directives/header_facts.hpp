// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "directives/plan.hpp"
#include "documents/structure.hpp"

namespace haidang::directives {

/// The facts of the head, names written out: "UBND tỉnh Quảng Ninh", "Văn phòng UBND tỉnh Thái Bình".
Header read_header(const documents::Structure&, const std::vector<Reference>& cited);

/// Where the date line is blank: not before the latest date that the text cites (and not before the year it names),
/// not after the earliest deadline that lies after that.
void infer_issue_dates(Header&, const std::vector<Reference>& cited, const std::vector<Task>&);

}  // namespace haidang::directives
