// SPDX-License-Identifier: Apache-2.0
#include "organisations/structure.hpp"

namespace haidang::organisations {

Result<std::vector<Mapped>> in_structure_of(const History& history, LocalDate from, LocalDate to) {
  if (from > to) return reject(Code::StructureDatesReversed, {{"from", on_paper(from)}, {"to", on_paper(to)}});
  std::vector<Mapped> mapped;
  for (const Life* life : history.existing_on(from)) mapped.push_back({life->id, history.answers_for(life->id, to)});
  return mapped;
}

}  // namespace haidang::organisations
