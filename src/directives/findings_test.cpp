// SPDX-License-Identifier: Apache-2.0
#include "findings.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace haidang::directives {
namespace {

LocalDate day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
}

Header issued(LocalDate date) {
  Header header;
  header.issued_on = header.issued_not_before = header.issued_not_after = date;
  header.issued_year = static_cast<int>(date.year());
  return header;
}
TaskReading task_due(LocalDate date) {
  TaskReading reading;
  reading.task.clause = "4.a";
  reading.task.assignees = {"Sở Nội vụ"};
  reading.task.deadline = Deadline{.kind = DeadlineKind::By, .date = date};
  return reading;
}
std::string codes(const std::vector<Finding>& found) {
  std::string all;
  for (const Finding& finding : found) {
    all += (all.empty() ? "" : " ") + std::string(code_of(finding.code)) +
           (finding.clause.empty() ? "" : "@" + finding.clause);
    CHECK_FALSE(finding.vietnamese.empty());
    CHECK_FALSE(finding.english.empty());
  }
  return all;
}

}  // namespace

TEST_CASE("a sound document has no findings") {
  CHECK(codes(find_problems(issued(day(2022, 7, 8)), {task_due(day(2022, 7, 8))}, {})) == "");
}

TEST_CASE("a deadline before the document was issued is found") {
  CHECK(codes(find_problems(issued(day(2022, 7, 8)), {task_due(day(2022, 7, 7))}, {})) == "deadline-before-issue@4.a");
}

TEST_CASE("with a blank date line, only a deadline before the earliest possible day is found") {
  Header header;
  header.issued_not_before = day(2022, 6, 1);
  header.issued_not_after = day(2022, 12, 31);
  CHECK(codes(find_problems(header, {task_due(day(2022, 6, 15))}, {})) == "missing-date");
  const auto found = find_problems(header, {task_due(day(2022, 5, 15))}, {});
  CHECK(codes(found) == "missing-date deadline-before-issue@4.a");
  CHECK(found[1].vietnamese.find("sớm nhất") != std::string::npos);
}

TEST_CASE("a day that is not in the calendar is found with its words") {
  TaskReading reading = task_due(day(2022, 9, 30));
  reading.task.deadline.reset();
  DeadlineMention mention{.impossible = true};
  mention.deadline.phrase = "trước ngày 31/9/2022";
  reading.impossible = {mention};
  const auto found = find_problems(issued(day(2022, 7, 8)), {reading}, {});
  CHECK(codes(found) == "impossible-date@4.a");
  CHECK(found[0].vietnamese.find("trước ngày 31/9/2022") != std::string::npos);
}

TEST_CASE("a task that nobody owns is found") {
  TaskReading reading = task_due(day(2022, 9, 30));
  reading.task.assignees.clear();
  CHECK(codes(find_problems(issued(day(2022, 7, 8)), {reading}, {})) == "no-owner@4.a");
}

TEST_CASE("a document cited with two dates is found, with the same date it is not") {
  const CitedReference first{{"12/KH-UBND", day(2022, 1, 5)}, "1", {}}, same{{"12/KH-UBND", day(2022, 1, 5)}, "2", {}},
      other{{"12/KH-UBND", day(2022, 1, 6)}, "3", {}}, undated{{"12/KH-UBND", std::nullopt}, "4", {}};
  CHECK(codes(find_problems(issued(day(2022, 7, 8)), {}, {first, same, undated})) == "");
  CHECK(codes(find_problems(issued(day(2022, 7, 8)), {}, {first, same, other})) == "reference-date-conflict@3");
}

TEST_CASE("a document cited before it existed is found") {
  const CitedReference later{{"12/KH-UBND", day(2022, 7, 9)}, "1", {}},
      same_day{{"13/KH-UBND", day(2022, 7, 8)}, "1", {}};
  CHECK(codes(find_problems(issued(day(2022, 7, 8)), {}, {later, same_day})) == "reference-before-existence@1");
}

}  // namespace haidang::directives
