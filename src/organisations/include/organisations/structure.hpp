// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <span>
#include <vector>

#include "organisations/history.hpp"

/// "As it was" and "in today's structure".
namespace haidang::organisations {

struct Mapped {
  OrganisationId organisation, answerer;
};

/// Every organisation of `from` with the one that answers for it on `to`. Mapping to a date between and from there on
/// gives the same. Rejects StructureDatesReversed.
Result<std::vector<Mapped>> in_structure_of(const History&, LocalDate from, LocalDate to);

/// Figures of organisations, summed for those who answer on a date: each figure is counted once, for exactly one
/// organisation, so the total stays the same. Every organisation must have begun by then.
template <class Figure>
std::map<OrganisationId, Figure> regroup(const History& history,
                                         std::span<const std::pair<OrganisationId, Figure>> figures, LocalDate on) {
  std::map<OrganisationId, Figure> sums;
  for (const auto& [organisation, figure] : figures) {
    const auto [place, added] = sums.emplace(history.answers_for(organisation, on), figure);
    if (!added) place->second = place->second + figure;
  }
  return sums;
}

}  // namespace haidang::organisations
