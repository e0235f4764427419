// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "calendar/deadline.hpp"
#include "calendar/library.hpp"
#include "db/database.hpp"
#include "platform/actor.hpp"

namespace haidang::calendar {

/// A deadline that somebody waits for. `matter.name` is for people; `page` is where it is shown, or "".
struct DeadlineInUse {
  std::string page;
  DeadlineCase matter;
};

/// Those who keep deadlines tell the calendars which ones a day counts in, so that an edit can be previewed.
class DeadlinesInUse {
 public:
  virtual ~DeadlinesInUse() = default;
  /// The open deadlines that are counted on this calendar; its rules and calendars are those of `library`.
  virtual std::vector<DeadlineInUse> counted_on(db::Read&, TenantId, std::string_view calendar,
                                                const Library& library) const = 0;
};

}  // namespace haidang::calendar
