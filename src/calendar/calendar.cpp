// SPDX-License-Identifier: Apache-2.0
#include "calendar/calendar.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace haidang::calendar {
namespace {

constexpr int kMinutesPerDay = 24 * 60;
constexpr int kStride =
    256;  // working minutes between two marks of the index; a marked search then looks at two days or so
constexpr int kLastMinuteOfDay = kMinutesPerDay - 1;

DayNumber first_day() {
  static const DayNumber day = day_number(kFirstDay);
  return day;
}

std::size_t index_of(DayNumber day) {
  return static_cast<std::size_t>(day - first_day());
}

std::size_t day_count() {
  return index_of(day_number(kLastDay)) + 1;
}

std::int64_t minutes_since_epoch(LocalMinute moment) {
  return moment.time_since_epoch().count();
}

LocalMinute moment_at(DayNumber day, int since_midnight) {
  return LocalMinute{std::chrono::minutes{std::int64_t{day} * kMinutesPerDay + since_midnight}};
}

int clock_of(LocalMinute moment) {
  return static_cast<int>(minutes_since_epoch(moment) - std::int64_t{day_number(moment)} * kMinutesPerDay);
}

}  // namespace

DayNumber day_number(LocalDate date) {
  return static_cast<DayNumber>(std::chrono::local_days{date}.time_since_epoch().count());
}

DayNumber day_number(LocalMinute moment) {
  const auto minutes = minutes_since_epoch(moment);
  return static_cast<DayNumber>((minutes >= 0 ? minutes : minutes - kMinutesPerDay + 1) / kMinutesPerDay);
}

LocalDate date_of_day(DayNumber day) {
  return LocalDate{std::chrono::local_days{std::chrono::days{day}}};
}

bool is_in_range(LocalDate date) {
  return date.ok() && date >= kFirstDay && date <= kLastDay;
}
bool is_in_range(LocalMinute moment) {
  return day_number(moment) >= first_day() && day_number(moment) <= day_number(kLastDay);
}

LocalMinute Calendar::last_moment() {
  static const LocalMinute moment = moment_at(day_number(kLastDay), kLastMinuteOfDay);
  return moment;
}

const Calendar::Pattern& Calendar::pattern(DayNumber day) const {
  return patterns_[pattern_of_day_[index_of(day)]];
}

std::uint16_t Calendar::pattern_number(const Pattern& wanted) {
  const auto place = std::find(patterns_.begin(), patterns_.end(), wanted) - patterns_.begin();
  if (place == std::ssize(patterns_)) patterns_.push_back(wanted);
  return static_cast<std::uint16_t>(place);
}

void Calendar::sum_up() {
  const auto days = day_count();
  minutes_before_day_.reserve(days + 1);
  working_days_before_day_.reserve(days + 1);
  std::int32_t minutes = 0;
  for (std::size_t i = 0; i < days; ++i) {
    const auto day = first_day() + static_cast<DayNumber>(i);
    minutes_before_day_.push_back(minutes);
    working_days_before_day_.push_back(static_cast<std::int32_t>(working_days_.size()));
    const auto& today = pattern(day);
    while (kStride * std::ssize(day_of_minutes_) < minutes + today.minutes)
      day_of_minutes_.push_back(static_cast<std::int32_t>(i));
    minutes += today.minutes;
    if (today.counts) working_days_.push_back(day);
  }
  minutes_before_day_.push_back(minutes);
  working_days_before_day_.push_back(static_cast<std::int32_t>(working_days_.size()));
}

int Calendar::elapsed(const Pattern& pattern, int since_midnight) {
  int minutes = 0;
  for (const auto& span : pattern.spans) minutes += std::clamp(since_midnight, span.from, span.to) - span.from;
  return minutes;
}

std::int64_t Calendar::minutes_before(LocalMinute moment) const {
  const auto day = day_number(moment);
  return minutes_before_day_[index_of(day)] + elapsed(pattern(day), clock_of(moment));
}

LocalMinute Calendar::moment_of(std::int64_t wanted) const {
  if (wanted > minutes_before_day_.back()) return last_moment();
  // The day is the last one with fewer minutes before it than wanted; its mark lies at the stride below.
  auto i =
      static_cast<std::size_t>(wanted <= 0 ? 0 : day_of_minutes_[static_cast<std::size_t>((wanted - 1) / kStride)]);
  while (minutes_before_day_[i + 1] < wanted) ++i;
  auto missing = static_cast<int>(wanted - minutes_before_day_[i]);
  for (const auto& span : patterns_[pattern_of_day_[i]].spans) {
    if (missing <= span.to - span.from) return moment_at(first_day() + static_cast<DayNumber>(i), span.from + missing);
    missing -= span.to - span.from;
  }
  return moment_at(first_day() + static_cast<DayNumber>(i), 0);
}

std::int64_t Calendar::working_minutes_between(LocalMinute from, LocalMinute to) const {
  return to <= from ? 0 : minutes_before(to) - minutes_before(from);
}

LocalMinute Calendar::add_working_minutes(LocalMinute from, std::int64_t minutes) const {
  ensure(minutes >= 1, "a budget of working minutes is at least one minute");
  return moment_of(minutes_before(from) + minutes);
}

LocalMinute Calendar::next_working_moment(LocalMinute from) const {
  const auto day = day_number(from);
  const int clock = clock_of(from);
  for (const auto& span : pattern(day).spans) {
    if (clock < span.from) return moment_at(day, span.from);
    if (clock < span.to) return from;
  }
  // The moment that ends the next working minute lies one minute after the opening that is looked for.
  const auto end_of_first = moment_of(minutes_before(from) + 1);
  return end_of_first == last_moment() ? end_of_first : end_of_first - std::chrono::minutes{1};
}

bool Calendar::is_open_at(LocalMinute moment) const {
  const int clock = clock_of(moment);
  const auto& spans = pattern(day_number(moment)).spans;
  return std::any_of(spans.begin(), spans.end(), [&](WorkSpan span) { return span.from <= clock && clock <= span.to; });
}

bool Calendar::is_working_day(LocalDate date) const {
  return pattern(day_number(date)).counts;
}
std::span<const WorkSpan> Calendar::hours_on(LocalDate date) const {
  return pattern(day_number(date)).spans;
}
int Calendar::minutes_on(LocalDate date) const {
  return pattern(day_number(date)).minutes;
}

const DayEntry* Calendar::entry_on(LocalDate date) const {
  const auto found = entries_.find(day_number(date));
  return found == entries_.end() ? nullptr : &found->second;
}

int Calendar::working_days_before(DayNumber day) const {
  return working_days_before_day_[index_of(day)];
}

DayNumber Calendar::working_day(std::int64_t ordinal) const {
  if (ordinal < 0 || ordinal >= static_cast<std::int64_t>(working_days_.size())) return day_number(kLastDay);
  return working_days_[static_cast<std::size_t>(ordinal)];
}

int Calendar::opening(DayNumber day) const {
  const auto& spans = pattern(day).spans;
  return spans.empty() ? 0 : spans.front().from;
}

int Calendar::closing(DayNumber day) const {
  const auto& spans = pattern(day).spans;
  return spans.empty() ? kLastMinuteOfDay : std::min(spans.back().to, kLastMinuteOfDay);
}

}  // namespace haidang::calendar
