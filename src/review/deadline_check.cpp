// SPDX-License-Identifier: Apache-2.0
#include "deadline_check.hpp"

namespace haidang::review {
namespace {

constexpr int kLongest = 3650;

tl::unexpected<Rejection> incomplete(const char* field) {
  return reject(Code::DeadlineIncomplete, {{"field", field}});
}

bool is_outside(const std::optional<int>& value, int least, int most) {
  return value && (*value < least || *value > most);
}

Result<ReviewDeadline> checked_by(const ReviewDeadline& given) {
  if (!given.date || !given.date->ok()) return incomplete("date");
  if (given.time && !minutes_of_clock(*given.time)) return incomplete("time");
  ReviewDeadline kept;
  kept.date = given.date;
  kept.time = given.time;
  return kept;
}

Result<ReviewDeadline> checked_recurring(const ReviewDeadline& given) {
  if (!given.every) return incomplete("every");
  if (is_outside(given.day, 1, 31)) return incomplete("day");
  if (is_outside(given.month, 1, 12)) return incomplete("month");
  if (is_outside(given.weekday, 1, 7)) return incomplete("weekday");
  ReviewDeadline kept;
  kept.every = given.every;
  kept.day = given.day;
  kept.month = given.month;
  kept.weekday = given.weekday;
  return kept;
}

Result<ReviewDeadline> checked_relative(const ReviewDeadline& given) {
  if (!given.count || is_outside(given.count, 1, kLongest)) return incomplete("count");
  if (!given.unit) return incomplete("unit");
  if (!given.from) return incomplete("from");
  const bool of_event = *given.from == DeadlineFrom::Event;
  if (of_event && (!given.event || given.event->empty())) return incomplete("event");
  ReviewDeadline kept;
  kept.count = given.count;
  kept.unit = given.unit;
  kept.from = given.from;
  if (of_event) kept.event = given.event;
  return kept;
}

Result<ReviewDeadline> checked_shape(const ReviewDeadline& given) {
  switch (given.shape) {
    case DeadlineShape::By:
      return checked_by(given);
    case DeadlineShape::Continuous:
      return ReviewDeadline{};
    case DeadlineShape::Recurring:
      return checked_recurring(given);
    case DeadlineShape::Relative:
      return checked_relative(given);
  }
  return incomplete("shape");
}

}  // namespace

std::optional<int> minutes_of_clock(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 100; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const int hours = digit(0) * 10 + digit(1), minutes = digit(3) * 10 + digit(4);
  if (hours > 23 || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

Result<ReviewDeadline> checked(const ReviewDeadline& given) {
  auto kept = checked_shape(given);
  if (!kept) return kept;
  kept->shape = given.shape;
  kept->phrase = given.phrase;
  kept->inherited = given.inherited;
  return kept;
}

}  // namespace haidang::review
