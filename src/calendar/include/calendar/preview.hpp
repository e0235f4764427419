// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "calendar/case_file.hpp"

namespace haidang::calendar {

/// One case whose deadline, or state, an edited calendar would change.
struct MovedDeadline {
  std::string name;
  LocalMinute due_before, due_after;
  DeadlineState state_before, state_after;
  std::int64_t working_minutes = 0;  ///< by how much, on the new calendar; negative: earlier
};

struct Preview {
  int cases = 0;
  int later = 0, earlier = 0, only_state = 0;
  std::vector<MovedDeadline> moved;  ///< in the order of the cases
  /// Cases that are rejected under the old or the new calendar, with the reason.
  std::vector<std::pair<std::string, Rejection>> rejected;
};

/// Computes every case with `before` and with `after`, whichever calendar it names itself.
Preview preview(const CaseFile&, std::shared_ptr<const Calendar> before, std::shared_ptr<const Calendar> after);

std::string preview_table(const Preview&, Language);
std::string preview_json(const Preview&);

}  // namespace haidang::calendar
