// SPDX-License-Identifier: Apache-2.0
#include "order.hpp"

#include <algorithm>
#include <tuple>

#include "base/vietnamese.hpp"

namespace haidang::organisations {

void sort_by_kind_and_name(std::vector<const Life*>& lives, LocalDate date) {
  thread_local const Collator collator;
  using Keyed = std::tuple<OrganisationKind, std::string, OrganisationId, const Life*>;
  std::vector<Keyed> keyed;
  keyed.reserve(lives.size());
  for (const Life* life : lives) {
    const Naming& naming = life->named_on(date).naming;
    keyed.emplace_back(naming.kind, collator.sort_key(naming.name), life->id, life);
  }
  std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
    return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) <
           std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b));
  });
  std::transform(keyed.begin(), keyed.end(), lives.begin(), [](const Keyed& k) { return std::get<3>(k); });
}

}  // namespace haidang::organisations
