// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "explain.hpp"

namespace haidang::calendar {
namespace {

struct WarningPhrase {
  WarningKind kind;
  std::string_view key, vietnamese, english;
};

constexpr WarningPhrase kWarnings[] = {
    {WarningKind::HorizonPassed, "horizon_passed",
     "Thời hạn đi qua ngày {until}, sau đó lịch “{calendar}” chưa biết hết ngày nghỉ; cần tính lại khi có lịch mới.",
     "The computation passes {until}, after which the calendar “{calendar}” does not know all days off; compute again "
     "when it does."},
    {WarningKind::BeforeCalendar, "before_calendar",
     "Thời hạn bắt đầu trước ngày {from}, khi lịch “{calendar}” chưa ghi ngày nghỉ.",
     "The computation begins before {from}, when the calendar “{calendar}” does not know days off."},
    {WarningKind::UnverifiedHours, "unverified_hours", "Giờ làm việc của lịch “{calendar}” chưa kiểm chứng ({source}).",
     "The working hours of the calendar “{calendar}” are unverified ({source})."},
    {WarningKind::UnverifiedDay, "unverified_day", "Lịch “{calendar}”: ngày {date} chưa kiểm chứng ({source}).",
     "Calendar “{calendar}”: the day {date} is unverified ({source})."},
    {WarningKind::UnverifiedRule, "unverified_rule", "Quy tắc “{rule}” chưa kiểm chứng ({source}).",
     "The rule “{rule}” is unverified ({source})."},
    {WarningKind::PauseReasonNotCounted, "pause_reason_not_counted",
     "Khoảng tạm dừng từ {from} ({reason}) không được tính vì quy tắc không cho dừng vì lý do này.",
     "The pause from {from} ({reason}) does not count: the rule names no such reason."},
    {WarningKind::PauseAfterDue, "pause_after_due",
     "Khoảng tạm dừng từ {from} bắt đầu khi đã hết hạn nên không được tính.",
     "The pause from {from} began after the deadline and does not count."},
    {WarningKind::PauseWithoutEffect, "pause_without_effect",
     "Khoảng tạm dừng từ {from} không làm thay đổi thời hạn ấn định theo ngày; chỉ gia hạn mới thay đổi được.",
     "The pause from {from} does not move a fixed date; only an extension does."},
    {WarningKind::RestartAfterDue, "restart_after_due",
     "Yêu cầu bổ sung lúc {at} gửi sau khi đã hết hạn {due} nên không được tính lại từ đầu.",
     "The supplement asked for at {at} came after the deadline {due}, so the time is not counted anew."},
    {WarningKind::DueOnDayOff, "due_on_day_off",
     "Hạn {due} rơi vào ngày nghỉ và quy tắc không cho chuyển sang ngày khác.",
     "The deadline {due} is a day off, and the rule does not move it."},
    {WarningKind::DueBeforeStart, "due_before_start", "Hạn {due} nằm trước lúc bắt đầu {start}.",
     "The deadline {due} lies before the start {start}."},
    {WarningKind::ExtensionNoticeLate, "extension_notice_late",
     "Gia hạn lúc {granted}; quy tắc đòi báo trước khi hết hạn ít nhất {days} ngày.",
     "Extended at {granted}; the rule asks for at least {days} days' notice before the deadline."},
    {WarningKind::Provisional, "provisional", "Đồng hồ đang dừng; hạn này đúng nếu tiếp tục từ {as_of}.",
     "The clock stands still; this deadline holds if it goes on at {as_of}."},
};

const WarningPhrase& phrase_of(WarningKind kind) {
  return kWarnings[static_cast<std::size_t>(kind)];
}

class Warner {
 public:
  Warner(const DeadlineCase& matter, const SettledCase& settled, Deadline& result)
      : matter_(matter),
        calendar_(*matter.calendar),
        settled_(settled),
        result_(result),
        first_(std::min(date_of(settled.start), date_of(result.due))),
        last_(std::max(date_of(settled.start), date_of(result.due))) {}

  void run() {
    about_the_calendar();
    if (!matter_.rule.source.verified && !matter_.rule.source.document.empty())
      add(WarningKind::UnverifiedRule, {{"rule", matter_.rule.id}, {"source", matter_.rule.source.document}});
    if (!calendar_.is_working_day(date_of(result_.due))) add(WarningKind::DueOnDayOff, {{"due", iso(result_.due)}});
    if (result_.due < settled_.start)
      add(WarningKind::DueBeforeStart, {{"due", iso(result_.due)}, {"start", iso(settled_.start)}});
    if (result_.provisional) add(WarningKind::Provisional, {{"as_of", iso(result_.as_of)}});
  }

 private:
  void add(WarningKind kind, std::vector<std::pair<std::string, std::string>> parameters) {
    result_.warnings.push_back({kind, std::move(parameters)});
  }

  void about_the_calendar() {
    if (last_ > calendar_.complete_until())
      add(WarningKind::HorizonPassed, {{"until", iso(calendar_.complete_until())}, {"calendar", calendar_.id()}});
    if (first_ < calendar_.complete_from())
      add(WarningKind::BeforeCalendar, {{"from", iso(calendar_.complete_from())}, {"calendar", calendar_.id()}});
    for (const auto& layer : calendar_.layers())
      for (const auto& hours : layer.weekly_hours)
        if (!hours.source.verified && calendar_.is_used(hours, first_, last_))
          add(WarningKind::UnverifiedHours, {{"calendar", calendar_.id()}, {"source", hours.source.document}});
    const auto& entries = calendar_.entries();
    for (auto entry = entries.lower_bound(day_number(first_));
         entry != entries.end() && entry->first <= day_number(last_); ++entry)
      if (!entry->second.source.verified)
        add(WarningKind::UnverifiedDay, {{"calendar", calendar_.id()},
                                         {"date", iso(date_of_day(entry->first))},
                                         {"source", entry->second.source.document}});
  }

  const DeadlineCase& matter_;
  const Calendar& calendar_;
  const SettledCase& settled_;
  Deadline& result_;
  LocalDate first_, last_;
};

struct StatePhrase {
  std::string_view key, vietnamese, english;
};
constexpr StatePhrase kStates[] = {{"running", "đang thực hiện", "running"},
                                   {"paused", "tạm dừng", "paused"},
                                   {"finished", "đã xong", "finished"},
                                   {"late", "quá hạn", "late"}};

}  // namespace

void add_warnings(const DeadlineCase& matter, const SettledCase& settled, Deadline& result) {
  Warner(matter, settled, result).run();
}

std::string_view warning_key(WarningKind kind) {
  return phrase_of(kind).key;
}

std::string warning_text(const Warning& warning, Language language) {
  const auto& phrase = phrase_of(warning.kind);
  std::string text(language == Language::Vietnamese ? phrase.vietnamese : phrase.english);
  for (const auto& [name, value] : warning.parameters) {
    const auto hole = "{" + name + "}";
    if (const auto place = text.find(hole); place != std::string::npos) text.replace(place, hole.size(), value);
  }
  return text;
}

std::string_view state_key(DeadlineState state) {
  return kStates[static_cast<std::size_t>(state)].key;
}
std::string state_text(DeadlineState state, Language language) {
  const auto& phrase = kStates[static_cast<std::size_t>(state)];
  return std::string(language == Language::Vietnamese ? phrase.vietnamese : phrase.english);
}

std::string remaining_text(const Deadline& deadline, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  const auto amount = duration_text(deadline.remaining_minutes, deadline.minutes_per_day, language);
  if (deadline.remaining_minutes > 0) return (vietnamese ? "còn " : "") + amount + (vietnamese ? "" : " left");
  if (deadline.remaining_minutes < 0) return (vietnamese ? "quá hạn " : "") + amount + (vietnamese ? "" : " late");
  const bool late = deadline.on_time ? !*deadline.on_time : deadline.state == DeadlineState::Late;
  if (late) return vietnamese ? "quá hạn, chưa sang giờ làm việc mới" : "late, by no working time yet";
  return vietnamese ? "vừa đến hạn" : "due now";
}

}  // namespace haidang::calendar
