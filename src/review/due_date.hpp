// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "api_types.hpp"
#include "base/rejection.hpp"
#include "calendar/deadline.hpp"
#include "calendar/library.hpp"

namespace haidang::review {

/// Turns deadlines as stated into due dates with the deadline engine: one calendar, one date of issue.
class DueDates {
 public:
  /// `calendar`: the working calendar of the issuing organisation. Without a date of issue nothing relative is due.
  DueDates(std::shared_ptr<const calendar::Library> rules, std::shared_ptr<const calendar::Calendar> calendar,
           std::optional<LocalDate> issued_on, Language language)
      : rules_(std::move(rules)), calendar_(std::move(calendar)), issued_on_(issued_on), language_(language) {}

  api::DeadlineView view(const ReviewDeadline&) const;
  /// What the engine is asked; nothing where the document alone does not tell the day.
  std::optional<calendar::DeadlineCase> matter(const ReviewDeadline&) const;

 private:
  struct Count {
    const char* rule;
    calendar::Budget budget;
    LocalDate from;
  };
  std::optional<Count> count_of(const ReviewDeadline&) const;

  std::shared_ptr<const calendar::Library> rules_;  // shared: an edit of a calendar replaces it

  std::shared_ptr<const calendar::Calendar> calendar_;  // shared with every other computation on this calendar
  std::optional<LocalDate> issued_on_;
  Language language_;
};

}  // namespace haidang::review
