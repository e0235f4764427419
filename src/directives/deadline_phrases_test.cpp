// SPDX-License-Identifier: Apache-2.0
#include "deadline_phrases.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>

#include "documents/citations.hpp"
#include "phrase_table.hpp"
#include "task_reading.hpp"

namespace haidang::directives {
namespace {

using documents::TokenText;

std::string shown(LocalDate date) {
  const unsigned day = static_cast<unsigned>(date.day()), month = static_cast<unsigned>(date.month());
  return fmt::format("{:02}/{}/{}", day, month < 3 ? fmt::format("{:02}", month) : std::to_string(month),
                     static_cast<int>(date.year()));
}
std::string shown(std::chrono::minutes time) {
  return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

std::string shown_cycle(const Deadline& deadline) {
  static constexpr std::array kEvery{"ngày", "tuần", "nửa tháng", "tháng", "quý", "nửa năm", "năm"};
  static constexpr std::array kWeekdays{"", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Chủ nhật"};
  std::string text = kEvery.at(static_cast<std::size_t>(deadline.every));
  if (deadline.weekday) text += fmt::format(", thứ {}", kWeekdays.at(static_cast<std::size_t>(*deadline.weekday)));
  if (deadline.day && deadline.month)
    text += fmt::format(", ngày {}/{}", *deadline.day, *deadline.month);
  else if (deadline.day)
    text += fmt::format(", ngày {}", *deadline.day);
  else if (deadline.month)
    text += fmt::format(", tháng {}", *deadline.month);
  if (deadline.time) text += ", " + shown(*deadline.time);
  return text;
}

std::string detail_of(const Deadline& deadline) {
  static constexpr std::array kUnits{"ngày", "ngày làm việc", "tháng", "giờ"};
  switch (deadline.kind) {
    case DeadlineKind::By:
      return (deadline.time ? shown(*deadline.time) + " " : "") + shown(deadline.date.value());
    case DeadlineKind::Recurring:
      return shown_cycle(deadline);
    case DeadlineKind::Relative:
      return fmt::format("{} {} từ {}", deadline.count, kUnits.at(static_cast<std::size_t>(deadline.unit)),
                         deadline.from == From::Issue ? "ban hành" : "sự kiện");
    case DeadlineKind::Continuous:
      return "";
  }
  return "";
}

std::string name_of(DeadlineKind kind) {
  static constexpr std::array kNames{"đến ngày", "thường xuyên", "định kỳ", "sau"};
  return kNames.at(static_cast<std::size_t>(kind));
}

/// What a sentence says, in the words of the table: its kind and its details.
std::pair<std::string, std::string> read_as_table(const std::string& sentence, const DeadlineContext& context) {
  const TokenText text(sentence);
  const auto masked = documents::cited_tokens(text, documents::find_citations(text));
  TaskReading reading;
  assign_deadlines(find_deadlines(text, context, masked), std::nullopt, reading);
  if (!reading.impossible.empty() && !reading.task.deadline) return {"ngày không có thật", ""};
  if (!reading.task.deadline) return {"không hạn", ""};
  std::string details = detail_of(*reading.task.deadline);
  for (const Deadline& other : reading.task.other_deadlines) details += " + " + detail_of(other);
  return {name_of(reading.task.deadline->kind), details};
}

}  // namespace

TEST_CASE("every phrase of the table of deadlines is read as the table says") {
  const auto rows = read_phrase_table("src/directives/tests/deadline_phrases.tsv", 3, 5);
  CHECK(rows.size() >= 90);
  for (const auto& row : rows) {
    const auto issued = parse_paper_date(row[1]);
    REQUIRE_MESSAGE(issued, row[1]);
    const DeadlineContext context{.year = static_cast<int>(issued->year()),
                                  .issued_on = issued,
                                  .time_column = row[4] == "cột thời gian",
                                  .heading = row[4] == "tiêu đề"};
    const auto [kind, details] = read_as_table(row[0], context);
    CAPTURE(row[0]);
    CHECK(kind == row[2]);
    CHECK(details == row[3]);
  }
}

TEST_CASE("a deadline keeps the words that say it") {
  const TokenText text("Sở Nội vụ tổng hợp, báo cáo trước ngày 20 hằng tháng.");
  const auto found = find_deadlines(text, {.year = 2022}, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].deadline.phrase == "trước ngày 20 hằng tháng");
  CHECK(text.words(found[0].first, found[0].last) == found[0].deadline.phrase);
}

TEST_CASE("a deadline after an event quotes the event") {
  const TokenText text("Giải quyết trong thời hạn 10 ngày làm việc kể từ ngày nhận được báo cáo.");
  const auto found = find_deadlines(text, {.year = 2022}, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].deadline.event == "ngày nhận được báo cáo");
}

TEST_CASE("a deadline for a part of the task says so") {
  const TokenText text("Hoàn thành việc đo đạc; riêng xã Bình An hoàn thành trước ngày 15/8/2022.");
  const auto found = find_deadlines(text, {.year = 2022}, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].partial);
}

TEST_CASE("masked words set no deadline") {
  const TokenText text("trước ngày 20/10/2026");
  CHECK(find_deadlines(text, {.year = 2026}, std::vector<bool>(text.size(), true)).empty());
}

}  // namespace haidang::directives
