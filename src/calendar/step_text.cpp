// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "calendar/deadline.hpp"
#include "rule_reading.hpp"
#include "settle.hpp"

namespace haidang::calendar {
namespace {

struct Phrase {
  std::string_view vietnamese, english;
  std::string_view in(Language language) const { return language == Language::Vietnamese ? vietnamese : english; }
};

struct StepPhrase {
  StepKind kind;
  std::string_view key;
  Phrase phrase;  ///< {0}, {1}, … are what `step_text` passes for the kind
};

constexpr StepPhrase kSteps[] = {
    {StepKind::Hours, "hours", {"giờ làm việc {0}: {1}{2}{3}", "office hours {0}: {1}{2}{3}"}},
    {StepKind::Received, "received", {"nhận lúc {0}", "received at {0}"}},
    {StepKind::Restarted, "restarted", {"{1} → tính lại từ đầu từ {0}{2}", "{1} → counted anew from {0}{2}"}},
    {StepKind::StartMoved, "start_moved", {"{1} → tính từ {0}", "{1} → counted from {0}"}},
    {StepKind::Allowed, "allowed", {"thời hạn {0}{1}", "time allowed: {0}{1}"}},
    {StepKind::CutOffPassed,
     "cut_off_passed",
     {"nhận sau {1} → chuyển sang ngày làm việc tiếp theo", "after {1} → goes to the next working day"}},
    {StepKind::FirstDay, "first_day", {"ngày đầu tiên được tính: {0}", "first counted day: {0}"}},
    {StepKind::DaysOff, "days_off", {"trừ ngày nghỉ {0}", "days off left out: {0}"}},
    {StepKind::DayHours, "day_hours", {"{0} làm việc {1}", "{0} is worked, {1}"}},
    {StepKind::Paused,
     "paused",
     {"tạm dừng từ {1} đến {0}{4} ({2}): không tính {3}", "paused from {1} to {0}{4} ({2}): {3} not counted"}},
    {StepKind::Counted, "counted", {"{1} là {0}", "{1} is {0}"}},
    {StepKind::WorkedUntil, "worked_until", {"{1} → đủ thời hạn lúc {0}", "{1} → time used up at {0}"}},
    {StepKind::Rolled, "rolled", {"{1} là ngày nghỉ → chuyển sang {0}", "{1} is a day off → moved to {0}"}},
    {StepKind::ExtendedBy, "extended_by", {"gia hạn một lần, thêm {1} → {0}", "extended once, by {1} → {0}"}},
    {StepKind::ExtendedUntil, "extended_until", {"gia hạn một lần → {0}", "extended once → {0}"}},
    {StepKind::Due, "due", {"hạn: {0}", "due: {0}"}},
};

constexpr Phrase kMoves[] = {{"trước giờ làm việc", "before opening"},
                             {"trong giờ nghỉ giữa buổi", "during the break"},
                             {"sau giờ làm việc", "after closing"},
                             {"vào ngày nghỉ", "on a day off"}};

constexpr Phrase kReasons[] = {{"chờ bổ sung hồ sơ", "waiting for a supplement"},
                               {"chờ thực hiện nghĩa vụ tài chính", "waiting for a financial duty"},
                               {"chờ ý kiến cơ quan khác", "waiting for another agency"},
                               {"bất khả kháng", "force majeure"},
                               {"lý do khác", "another reason"}};

constexpr Phrase kWeekdays[] = {{"Chủ nhật", "Sunday"},  {"thứ Hai", "Monday"},   {"thứ Ba", "Tuesday"},
                                {"thứ Tư", "Wednesday"}, {"thứ Năm", "Thursday"}, {"thứ Sáu", "Friday"},
                                {"thứ Bảy", "Saturday"}};

const StepPhrase& phrase_of(StepKind kind) {
  return kSteps[static_cast<std::size_t>(kind)];
}

std::string day_text(LocalMinute moment, Language language) {
  return with_weekday(date_of(moment), language);
}

std::string plural(std::int64_t amount, std::string_view unit) {
  return fmt::format("{} {}{}", amount, unit, amount == 1 ? "" : "s");
}

/// Hours and minutes, never days: what a person adds up.
std::string hours_text(std::int64_t minutes, Language language) {
  const auto hours = minutes / 60, rest = minutes % 60;
  std::string text;
  if (hours > 0 || rest == 0)
    text = language == Language::Vietnamese ? fmt::format("{} giờ", hours) : plural(hours, "hour");
  if (rest == 0) return text;
  if (!text.empty()) text += " ";
  return text + (language == Language::Vietnamese ? fmt::format("{} phút", rest) : plural(rest, "minute"));
}

std::string amount_text(std::int64_t amount, BudgetKind unit, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  if (unit == BudgetKind::WorkingMinutes) return hours_text(amount, language) + (vietnamese ? " làm việc" : " of work");
  if (unit == BudgetKind::CalendarDays) return vietnamese ? fmt::format("{} ngày", amount) : plural(amount, "day");
  return vietnamese ? fmt::format("{} ngày làm việc", amount) : plural(amount, "working day");
}

std::string weekdays_text(const std::array<bool, 7>& weekdays, Language language) {
  std::string text;
  // Monday first; three and more in a row are written as a span.
  for (std::size_t i = 1; i <= 7; ++i) {
    if (!weekdays[i % 7]) continue;
    auto last = i;
    while (last < 7 && weekdays[(last + 1) % 7]) ++last;
    if (!text.empty()) text += ", ";
    text += kWeekdays[i % 7].in(language);
    if (last > i) text += fmt::format("{}{}", last > i + 1 ? "–" : ", ", kWeekdays[last % 7].in(language));
    i = last;
  }
  return text;
}

std::string validity_text(const Step& step, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  std::string text;
  if (step.valid_from) text += fmt::format("{}{}", vietnamese ? " từ " : " from ", on_paper(*step.valid_from));
  if (step.valid_to) text += fmt::format("{}{}", vietnamese ? " đến " : " until ", on_paper(*step.valid_to));
  return text;
}

std::string budget_text(const RuleTerms& terms, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  const auto& budget = terms.budget;
  if (budget.kind == BudgetKind::SameDay) return vietnamese ? "trong ngày" : "the same day";
  if (budget.kind != BudgetKind::ByDate) {
    auto text = amount_text(budget.amount, budget.kind, language);
    if (budget.kind == BudgetKind::WorkingDays && terms.count_from == CountFrom::Instant)
      text += fmt::format(" × {}", hours_text(terms.minutes_per_day, language));
    else if (budget.kind != BudgetKind::WorkingMinutes && terms.count_from == CountFrom::NextDay)
      text += vietnamese ? ", không tính ngày nhận" : ", the day of reception not counted";
    return text;
  }
  const auto date = on_paper(budget.date);
  if (budget.strictly_before) return vietnamese ? "trước ngày " + date : "before " + date;
  const auto hour = budget.hour ? clock_text(std::chrono::minutes{*budget.hour}) + " " : std::string();
  return (vietnamese ? "đến " : "by ") + hour + date;
}

/// The last of the days that follow each other under one name.
std::size_t end_of_run(const std::vector<NamedDay>& days, std::size_t first) {
  auto last = first;
  while (last + 1 < days.size() && days[last].kind == DayKind::DayOff && days[last + 1].kind == DayKind::DayOff &&
         days[last + 1].name.vietnamese == days[first].name.vietnamese &&
         days[last + 1].date == add_days(days[last].date, 1))
    ++last;
  return last;
}

std::string named_days_text(const Step& step, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  std::string text;
  for (std::size_t i = 0; i < step.days.size(); ++i) {
    const auto& day = step.days[i];
    const auto last = end_of_run(step.days, i);
    if (i > 0) text += last + 1 == step.days.size() ? (vietnamese ? " và " : " and ") : ", ";
    text += with_weekday(day.date, language);
    if (last > i) text += (vietnamese ? " đến " : " to ") + with_weekday(step.days[last].date, language);
    text += " (" + day.name.in(language);
    if (day.kind == DayKind::SwapOff)
      text += (vietnamese ? ", làm bù " : ", worked on ") + with_weekday(day.partner, language);
    if (day.kind == DayKind::SwapWorked)
      text += (vietnamese ? ", bù cho " : ", for ") + with_weekday(day.partner, language);
    text += ")";
    i = last;
  }
  return text;
}

std::string open_text(const Step& step, Language language) {
  if (!step.still_open) return {};
  return language == Language::Vietnamese ? " (chưa kết thúc, tạm tính)" : " (still open, provisional)";
}

std::string restart_text(const Step& step, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  if (step.other == step.at) return vietnamese ? "bắt đầu lại" : "started again";
  return (vietnamese ? "yêu cầu bổ sung lúc " : "supplement asked for at ") + moment_text(step.other, language);
}

std::string stretches_text(const Step& step, Language language) {
  std::string text;
  for (const auto& stretch : step.stretches) {
    if (!text.empty()) text += "; ";
    text += on_paper(stretch.from);
    if (stretch.days > 1)
      text += fmt::format("–{}: {} × {}", on_paper(stretch.to),
                          amount_text(stretch.days, BudgetKind::WorkingDays, language),
                          hours_text(stretch.minutes_each, language));
    else
      text += ": " + hours_text(stretch.minutes_each, language);
  }
  return text;
}

std::string counted_text(const Step& step, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  if (step.unit == BudgetKind::SameDay) return vietnamese ? "ngày giải quyết" : "the day it is done";
  const bool working = step.unit == BudgetKind::WorkingDays;
  return vietnamese ? fmt::format("ngày{} thứ {}", working ? " làm việc" : "", step.amount)
                    : fmt::format("{} no. {}", working ? "working day" : "day", step.amount);
}

template <class... Parts>
std::string fill(const Step& step, Language language, const Parts&... parts) {
  return fmt::format(fmt::runtime(phrase_of(step.kind).phrase.in(language)), parts...);
}

}  // namespace

std::string moment_text(LocalMinute moment, Language language) {
  return clock_text(time_of_day(moment)) + " " + with_weekday(date_of(moment), language);
}

std::string spans_text(std::span<const WorkSpan> spans, Language language) {
  if (spans.empty()) return language == Language::Vietnamese ? "nghỉ" : "closed";
  std::string text;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) text += i + 1 < spans.size() ? ", " : language == Language::Vietnamese ? " và " : " and ";
    text += clock_text(std::chrono::minutes{spans[i].from}) + "–" + clock_text(std::chrono::minutes{spans[i].to});
  }
  return text;
}

std::string_view step_key(StepKind kind) {
  return phrase_of(kind).key;
}
std::string_view reason_key(PauseReason reason) {
  return name_of(reason, kPauseReasons);
}
std::string reason_text(PauseReason reason, Language language) {
  return std::string(kReasons[static_cast<std::size_t>(reason)].in(language));
}

std::string step_text(const Step& step, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  const auto now = [&] { return moment_text(step.at, language); };
  const auto before = [&] { return moment_text(step.other, language); };
  switch (step.kind) {
    case StepKind::Hours:
      return fill(step, language, weekdays_text(step.weekdays, language), spans_text(step.spans, language),
                  validity_text(step, language),
                  step.counts_as_working_day ? ""
                  : vietnamese               ? " (trực, không tính là ngày làm việc)"
                                             : " (on duty, no working day)");
    case StepKind::Received:
    case StepKind::Due:
      return fill(step, language, now());
    case StepKind::Restarted:
      return fill(step, language, now(), restart_text(step, language), open_text(step, language));
    case StepKind::StartMoved:
      return fill(step, language, now(), kMoves[static_cast<std::size_t>(step.move)].in(language));
    case StepKind::Allowed:
      return fill(step, language, budget_text(step.terms, language), step.note.empty() ? "" : " (" + step.note + ")");
    case StepKind::CutOffPassed:
      return fill(step, language, now(), clock_text(std::chrono::minutes{step.amount}));
    case StepKind::FirstDay:
      return fill(step, language, day_text(step.at, language));
    case StepKind::DaysOff:
      return fill(step, language, named_days_text(step, language));
    case StepKind::DayHours:
      return fill(step, language, named_days_text(step, language), spans_text(step.spans, language));
    case StepKind::Paused:
      return fill(step, language, now(), before(), step.note.empty() ? reason_text(step.reason, language) : step.note,
                  amount_text(step.amount, step.unit, language), open_text(step, language));
    case StepKind::Counted:
      return fill(step, language, day_text(step.at, language), counted_text(step, language));
    case StepKind::WorkedUntil:
      return fill(step, language, now(), stretches_text(step, language));
    case StepKind::Rolled:
      return fill(step, language, day_text(step.at, language), day_text(step.other, language));
    case StepKind::ExtendedBy:
      return fill(step, language, now(), amount_text(step.amount, step.unit, language));
    case StepKind::ExtendedUntil:
      return fill(step, language, now());
  }
  return {};
}

std::string one_line(std::span<const Step> steps, Language language) {
  std::string text;
  for (const auto& step : steps) {
    if (step.kind == StepKind::Hours) continue;
    if (!text.empty()) text += "; ";
    text += step_text(step, language);
  }
  return text;
}

std::string duration_text(std::int64_t minutes, int minutes_per_day, Language language) {
  const auto amount = minutes < 0 ? -minutes : minutes;
  const auto days = amount / minutes_per_day, rest = amount % minutes_per_day;
  if (days == 0) return hours_text(rest, language);
  const auto text = amount_text(days, BudgetKind::WorkingDays, language);
  return rest == 0 ? text : text + " " + hours_text(rest, language);
}

}  // namespace haidang::calendar
