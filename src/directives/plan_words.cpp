// SPDX-License-Identifier: Apache-2.0
#include "plan_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"

namespace haidang::directives {
namespace {

constexpr double kReviewBelow = 0.75;

struct FindingWords {
  FindingCode code;
  std::string_view key, vietnamese, english;
};

constexpr std::array kFindings{
    FindingWords{FindingCode::DeadlineBeforeIssue, "deadline-before-issue", "Thời hạn nằm trước ngày ban hành",
                 "Deadline before the date of issue"},
    FindingWords{FindingCode::ImpossibleDate, "impossible-date", "Ngày không có trong lịch", "Impossible date"},
    FindingWords{FindingCode::MissingDate, "missing-date", "Văn bản để trống ngày ban hành",
                 "The date of issue is blank"},
    FindingWords{FindingCode::NoOwner, "no-owner", "Không rõ cơ quan thực hiện", "No agency is named"},
    FindingWords{FindingCode::ReferenceDateConflict, "reference-date-conflict", "Một số hiệu viện dẫn với hai ngày",
                 "The same number cited with two dates"},
    FindingWords{FindingCode::ReferenceBeforeExistence, "reference-before-existence", "Viện dẫn văn bản chưa ban hành",
                 "A document cited before it existed"}};

const FindingWords& entry(FindingCode code) {
  const auto found =
      std::find_if(kFindings.begin(), kFindings.end(), [&](const auto& each) { return each.code == code; });
  ensure(found != kFindings.end(), "every finding has words");
  return *found;
}

struct PeriodWords {
  Every every;
  std::string_view vietnamese, english;
};

constexpr std::array kPeriods{PeriodWords{Every::Day, "hằng ngày", "every day"},
                              PeriodWords{Every::Week, "hằng tuần", "every week"},
                              PeriodWords{Every::HalfMonth, "nửa tháng một lần", "twice a month"},
                              PeriodWords{Every::Month, "hằng tháng", "every month"},
                              PeriodWords{Every::Quarter, "hằng quý", "every quarter"},
                              PeriodWords{Every::HalfYear, "6 tháng một lần", "every half-year"},
                              PeriodWords{Every::Year, "hằng năm", "every year"}};

constexpr std::array<std::string_view, 8> kWeekdays{"",        "thứ Hai", "thứ Ba",  "thứ Tư",
                                                    "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
constexpr std::array<std::string_view, 8> kEnglishWeekdays{"",         "Monday", "Tuesday",  "Wednesday",
                                                           "Thursday", "Friday", "Saturday", "Sunday"};

Words recurring_words(const Deadline& deadline) {
  const auto period =
      std::find_if(kPeriods.begin(), kPeriods.end(), [&](const auto& each) { return each.every == deadline.every; });
  ensure(period != kPeriods.end(), "every period has words");
  Words words{std::string(period->vietnamese), std::string(period->english)};
  if (deadline.weekday && *deadline.weekday >= 1 && *deadline.weekday <= 7) {
    words.vietnamese += fmt::format(", {}", kWeekdays[static_cast<std::size_t>(*deadline.weekday)]);
    words.english += fmt::format(", {}", kEnglishWeekdays[static_cast<std::size_t>(*deadline.weekday)]);
  }
  if (deadline.day && deadline.month) {
    words.vietnamese += fmt::format(", ngày {}/{}", *deadline.day, *deadline.month);
    words.english += fmt::format(", {}/{}", *deadline.day, *deadline.month);
  } else if (deadline.day) {
    words.vietnamese += fmt::format(", ngày {}", *deadline.day);
    words.english += fmt::format(", day {}", *deadline.day);
  }
  return words;
}

Words unit_words(DayUnit unit, int count) {
  const char* plural = count == 1 ? "" : "s";
  switch (unit) {
    case DayUnit::Day:
      return {"ngày", fmt::format("day{}", plural)};
    case DayUnit::WorkingDay:
      return {"ngày làm việc", fmt::format("working day{}", plural)};
    case DayUnit::Month:
      return {"tháng", fmt::format("month{}", plural)};
    case DayUnit::Hour:
      return {"giờ", fmt::format("hour{}", plural)};
  }
  return {};
}

/// "nhận được phản ánh" → "khi nhận được phản ánh"; words that already start with a time word stay as they are.
std::string since(std::string_view event) {
  for (const std::string_view start : {"khi ", "ngày ", "lúc ", "thời điểm ", "sau khi "})
    if (event.starts_with(start)) return std::string(event);
  return event.empty() ? "khi có sự kiện" : fmt::format("khi {}", event);
}

Words relative_words(const Deadline& deadline) {
  const bool issue = deadline.from == From::Issue;
  const std::string start = issue ? "ngày ban hành" : since(deadline.event);
  const std::string english = issue                    ? "issue"
                              : deadline.event.empty() ? "the event"
                                                       : fmt::format("“{}”", deadline.event);
  if (deadline.count == 0) return {fmt::format("ngay sau {}", start), fmt::format("immediately after {}", english)};
  const Words unit = unit_words(deadline.unit, deadline.count);
  return {fmt::format("{} {} kể từ {}", deadline.count, unit.vietnamese, start),
          fmt::format("{} {} after {}", deadline.count, unit.english, english)};
}

Words date_words(const Deadline& deadline) {
  if (!deadline.date) return {"ngày không rõ", "date unknown"};
  Words words{with_weekday(*deadline.date, Language::Vietnamese), with_weekday(*deadline.date, Language::English)};
  if (deadline.time) {
    words.vietnamese += ", " + clock_text(*deadline.time);
    words.english += ", " + clock_text(*deadline.time);
  }
  return words;
}

}  // namespace

std::string_view code_of(FindingCode code) {
  return entry(code).key;
}

Words words_of(FindingCode code) {
  return {std::string(entry(code).vietnamese), std::string(entry(code).english)};
}

Words words_of(const Deadline& deadline) {
  switch (deadline.kind) {
    case DeadlineKind::By:
      return date_words(deadline);
    case DeadlineKind::Continuous:
      return {"thường xuyên", "continuous"};
    case DeadlineKind::Recurring:
      return recurring_words(deadline);
    case DeadlineKind::Relative:
      return relative_words(deadline);
  }
  return {};
}

Words words_of(const Target& target) {
  const std::string unit = target.unit.empty() ? "" : " " + target.unit;
  const std::string vietnamese = target.value.vietnamese_text() + unit, english = target.value.text() + unit;
  switch (target.comparison) {
    case Comparison::Equal:
      return {vietnamese, english};
    case Comparison::AtLeast:
      return {"ít nhất " + vietnamese, "at least " + english};
    case Comparison::AtMost:
      return {"không quá " + vietnamese, "at most " + english};
    case Comparison::Decrease:
      return {"giảm " + vietnamese, english + " less"};
  }
  return {};
}

Words words_of_remark(const std::string& key) {
  static constexpr std::string_view kEncoding = "encoding:";
  if (key.starts_with(kEncoding)) {
    const std::string encoding = key.substr(kEncoding.size());
    return {fmt::format("Tệp dùng bảng mã {}; đã chuyển sang Unicode.", encoding),
            fmt::format("The file was written in {} and has been converted to Unicode.", encoding)};
  }
  if (key == "ocr")
    return {"Đọc từ bản quét bằng nhận dạng chữ: cần đối chiếu với bản gốc.",
            "Read from a scan by text recognition: compare it with the original."};
  if (key == "rotated-page")
    return {"Có trang quét bị xoay; đã xoay lại để đọc.", "A scanned page was turned; it was turned back to be read."};
  if (key == "tracked-changes-accepted")
    return {"Tệp còn dấu vết chỉnh sửa; đã đọc như khi chấp nhận mọi sửa đổi.",
            "The file has tracked changes; it was read as if all were accepted."};
  if (key == "footnotes-left-out") return {"Chú thích cuối trang không được đọc.", "Footnotes were left out."};
  return {key, key};
}

Words issue_date_words(const Header& header) {
  if (header.issued_on) return {on_paper(*header.issued_on), with_weekday(*header.issued_on, Language::English)};
  const auto& least = header.issued_not_before;
  const auto& most = header.issued_not_after;
  if (least && most)
    return {fmt::format("để trống; suy ra trong khoảng {} đến {}", on_paper(*least), on_paper(*most)),
            fmt::format("left blank; between {} and {}", iso(*least), iso(*most))};
  if (least)
    return {fmt::format("để trống; không sớm hơn {}", on_paper(*least)),
            fmt::format("left blank; not before {}", iso(*least))};
  if (most)
    return {fmt::format("để trống; không muộn hơn {}", on_paper(*most)),
            fmt::format("left blank; not after {}", iso(*most))};
  if (header.issued_year)
    return {fmt::format("để trống; năm {}", *header.issued_year),
            fmt::format("left blank; year {}", *header.issued_year)};
  return {"không nêu", "not stated"};
}

bool needs_review(const Task& task) {
  return task.confidence.least() < kReviewBelow;
}

std::size_t count_lead_agencies(const Plan& plan) {
  std::set<std::string> agencies;
  for (const Task& task : plan.tasks) agencies.insert(task.assignees.begin(), task.assignees.end());
  return agencies.size();
}

std::size_t count_with_deadline(const Plan& plan) {
  return static_cast<std::size_t>(
      std::count_if(plan.tasks.begin(), plan.tasks.end(), [](const Task& task) { return task.deadline.has_value(); }));
}

std::size_t count_to_review(const Plan& plan) {
  return static_cast<std::size_t>(std::count_if(plan.tasks.begin(), plan.tasks.end(), needs_review));
}

std::string join(std::span<const std::string> names, std::string_view between) {
  return fmt::format("{}", fmt::join(names, between));
}

std::string join_numbers(std::span<const Reference> references, std::string_view between) {
  std::vector<std::string> numbers;
  for (const Reference& reference : references) numbers.push_back(reference.number);
  return join(numbers, between);
}

std::string capitalised(std::string_view text) {
  std::u32string letters = decode_utf8(text);
  if (letters.empty()) return {};
  return to_upper(encode_utf8(letters.substr(0, 1))) + encode_utf8(letters.substr(1));
}

}  // namespace haidang::directives
