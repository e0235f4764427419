// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "organisations/history.hpp"

namespace haidang::organisations {

/// The order of trees and lists: by kind, then by name as a Vietnamese dictionary sorts it, then by id.
void sort_by_kind_and_name(std::vector<const Life*>&, LocalDate);

}  // namespace haidang::organisations
