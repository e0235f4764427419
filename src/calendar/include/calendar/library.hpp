// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.hpp"
#include "calendar/deadline_rule.hpp"

namespace haidang::calendar {

/// The calendars and rules at hand, by id. Not shared between threads while it is being filled.
class Library {
 public:
  /// The packs that are part of the program: packs/calendars, packs/deadline_rules.
  static Library with_packs();

  /// Adds or replaces a calendar that may extend one of the library. Rejects what `Calendar::compile` rejects,
  /// CalendarUnknown, CalendarExtendsItself.
  Result<std::shared_ptr<const Calendar>> add(CalendarDefinition);
  /// As `add`, without keeping it.
  Result<std::shared_ptr<const Calendar>> compile(CalendarDefinition) const;
  void add(std::vector<DeadlineRule>);
  /// This library with a layer of edits upon each calendar that is named, also where others extend it. An edit's
  /// `complete_until` replaces that of its calendar. Rejects what `Calendar::compile` rejects.
  Result<Library> with_edits(const std::map<std::string, CalendarDefinition, std::less<>>& edits) const;

  /// Rejects CalendarUnknown.
  Result<std::shared_ptr<const Calendar>> calendar(std::string_view id) const;
  /// The version in force on that day. Rejects RuleUnknown, RuleNotInForce.
  Result<DeadlineRule> rule(std::string_view id, LocalDate) const;

  std::vector<std::string> calendar_ids() const;
  const std::vector<DeadlineRule>& rules() const { return rules_; }

 private:
  std::map<std::string, std::shared_ptr<const Calendar>, std::less<>> calendars_;
  std::vector<DeadlineRule> rules_;
};

}  // namespace haidang::calendar
