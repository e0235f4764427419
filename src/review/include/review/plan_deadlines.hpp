// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "calendar/deadlines_in_use.hpp"

namespace haidang::review {

/// The deadlines of the saved plans that are counted from the issue of the document: those an edit of the calendar
/// moves.
class PlanDeadlines : public calendar::DeadlinesInUse {
 public:
  /// `office_calendar`: `Parts::office_calendar`.
  explicit PlanDeadlines(std::string office_calendar) : office_calendar_(std::move(office_calendar)) {}
  std::vector<calendar::DeadlineInUse> counted_on(db::Read&, TenantId, std::string_view calendar,
                                                  const calendar::Library&) const override;

 private:
  std::string office_calendar_;
};

}  // namespace haidang::review
