// SPDX-License-Identifier: Apache-2.0
#include "calendar/deadline.hpp"

#include <doctest/doctest.h>

#include "calendar/case_file.hpp"
#include "calendar/preview.hpp"

namespace haidang::calendar {
namespace {

Result<Deadline> compute_text(const std::string& text) {
  static const auto library = Library::with_packs();
  const auto file = parse_cases(text, library);
  REQUIRE(file.has_value());
  const auto& value = file->entries.front().value;
  if (!value) return pass_on(value);
  return compute(*value);
}

/// A case of three working days from Monday 4 March 2024 09:00, due Thursday 7 March 16:30, with more members.
Result<Deadline> three_days(const std::string& members) {
  return compute_text(R"({"rule":{"budget":{"kind":"working_days","amount":3},"after_supplement":"shift"},
    "start":"2024-03-04T09:00")" +
                      (members.empty() ? "" : "," + members) + "}");
}

TEST_CASE("the state is derived from the moment that is asked about") {
  CHECK(three_days(R"("as_of":"2024-03-05T10:00")")->state == DeadlineState::Running);
  CHECK(three_days(R"("as_of":"2024-03-07T16:30")")->state == DeadlineState::Running);
  CHECK(three_days(R"("as_of":"2024-03-07T16:31")")->state == DeadlineState::Late);
  const std::string pause = R"("pauses":[{"from":"2024-03-05T10:00","to":"2024-03-06T10:00"}],)";
  CHECK(three_days(pause + R"("as_of":"2024-03-05T12:00")")->state == DeadlineState::Paused);
  CHECK(three_days(pause + R"("as_of":"2024-03-06T10:00")")->state == DeadlineState::Running);
}

TEST_CASE("a finished case is on time when it was finished by the deadline, whatever the day of the question") {
  const auto on_time = three_days(R"("finished_at":"2024-03-07T16:30","as_of":"2024-04-01T08:00")");
  CHECK(on_time->state == DeadlineState::Finished);
  CHECK(on_time->on_time == true);
  CHECK(three_days(R"("finished_at":"2024-03-07T16:31")")->on_time == false);
  // Asked about an earlier moment, it was not finished yet.
  CHECK(three_days(R"("finished_at":"2024-03-07T10:00","as_of":"2024-03-06T10:00")")->state == DeadlineState::Running);
}

TEST_CASE("a budget of days is consumed from its first counted day, and what remains is the rest of it") {
  const auto before = three_days(R"("as_of":"2024-03-04T15:00")");
  CHECK(before->consumed_minutes == 0);
  CHECK(before->remaining_minutes == 3 * 480);
  const auto within = three_days(R"("as_of":"2024-03-06T09:30")");
  CHECK(within->consumed_minutes == 600);
  CHECK(within->remaining_minutes == 840);
  CHECK(remaining_text(*within, Language::Vietnamese) == "còn 1 ngày làm việc 6 giờ");
  const auto late = three_days(R"("as_of":"2024-03-11T08:30")");
  CHECK(late->remaining_minutes == -540);
  CHECK(remaining_text(*late, Language::Vietnamese) == "quá hạn 1 ngày làm việc 1 giờ");
  CHECK(remaining_text(*late, Language::English) == "1 working day 1 hour late");
}

TEST_CASE("while a pause has no end the deadline is provisional and moves with the question") {
  const std::string open = R"("pauses":[{"from":"2024-03-05T10:00"}],"as_of":)";
  const auto soon = three_days(open + R"("2024-03-06T10:00")");
  const auto later = three_days(open + R"("2024-03-12T10:00")");
  CHECK(soon->provisional);
  CHECK(soon->state == DeadlineState::Paused);
  CHECK(iso(soon->due) == "2024-03-08T16:30");
  CHECK(iso(later->due) == "2024-03-14T16:30");
  CHECK(later->remaining_minutes == soon->remaining_minutes);
}

TEST_CASE("a pause for a reason that the rule does not name is shown, and does not stop the clock") {
  const auto deadline =
      compute_text(R"({"rule":{"budget":{"kind":"working_days","amount":3},"pausing_reasons":["supplement"]},
    "start":"2024-03-04T09:00","pauses":[{"from":"2024-03-05T10:00","to":"2024-03-07T10:00","reason":"other"}]})");
  CHECK(iso(deadline->due) == "2024-03-07T16:30");
  bool told = false;
  for (const auto& warning : deadline->warnings) told = told || warning.kind == WarningKind::PauseReasonNotCounted;
  CHECK(told);
}

TEST_CASE("a moment with an offset is the same moment on the Vietnamese wall clock") {
  const auto deadline = compute_text(
      R"({"rule":{"budget":{"kind":"working_hours","amount":1},"count_from":"instant"},"start":"2024-03-04T02:00:00Z"})");
  CHECK(iso(deadline->due) == "2024-03-04T10:00");
}

TEST_CASE("a rule that contradicts itself, or has no budget, is refused") {
  const auto code = [](const std::string& rule) {
    return compute_text(R"({"start":"2024-03-04T09:00","rule":)" + rule + "}").error().code;
  };
  CHECK(code(R"("ngay-lich")") == Code::RuleContradictory);
  CHECK(code(R"({"budget":{"kind":"calendar_days","amount":3},"count_from":"instant"})") == Code::RuleContradictory);
  CHECK(code(R"({"budget":{"kind":"weeks","amount":3}})") == Code::JsonFieldInvalid);
  CHECK(code(R"({"budget":{"kind":"working_days","amount":3},"count_form":"instant"})") == Code::JsonUnknownField);
  CHECK(code(R"("không có")") == Code::RuleUnknown);
}

TEST_CASE("a deadline beyond what calendars can know is refused, not guessed") {
  const auto beyond =
      compute_text(R"({"rule":{"budget":{"kind":"working_days","amount":3000}},"start":"2095-03-04T09:00"})");
  CHECK(beyond.error().code == Code::DeadlineBeyondCalendar);
}

TEST_CASE("one case that cannot be read does not hide the others") {
  const auto library = Library::with_packs();
  const auto file = parse_cases(
      R"([{"name":"a"},{"name":"b","rule":{"budget":{"kind":"working_days","amount":1}},"start":"2024-03-04T09:00"}])",
      library);
  REQUIRE(file.has_value());
  const auto results = compute_all(*file);
  CHECK(results.rejected == 1);
  CHECK(results.json.find("2024-03-05T16:30") != std::string::npos);
}

TEST_CASE("a preview names the cases that an edited calendar would move, and leaves the others out") {
  const auto library = Library::with_packs();
  const auto before = *library.calendar("vietnam");
  auto edited = before->layers().back();
  const LocalDate wednesday{std::chrono::year{2024}, std::chrono::March, std::chrono::day{6}};
  edited.days_off.push_back({wednesday, wednesday, {"bão", "storm"}, {"Công điện", "", true}});
  const auto after = *library.compile(edited);
  const auto file = parse_cases(R"([
    {"name":"qua thứ Tư","rule":{"budget":{"kind":"working_days","amount":3}},"start":"2024-03-04T09:00","as_of":"2024-03-08T08:00"},
    {"name":"sau thứ Tư","rule":{"budget":{"kind":"working_days","amount":3}},"start":"2024-03-07T09:00"},
    {"name":"hỏng"}])",
                                library);
  const auto moved = preview(*file, before, after);
  CHECK(moved.cases == 3);
  CHECK(moved.later == 1);
  CHECK(moved.rejected.size() == 1);
  REQUIRE(moved.moved.size() == 1);
  CHECK(moved.moved.front().name == "qua thứ Tư");
  CHECK(moved.moved.front().working_minutes == 480);
  CHECK(moved.moved.front().state_before == DeadlineState::Late);
  CHECK(moved.moved.front().state_after == DeadlineState::Running);
  const auto table = preview_table(moved, Language::Vietnamese);
  CHECK(table.find("16:30 thứ Năm 7/3/2024 → 16:30 thứ Sáu 8/3/2024 (+1 ngày làm việc); quá hạn → đang thực hiện") !=
        std::string::npos);
}

}  // namespace
}  // namespace haidang::calendar
