// SPDX-License-Identifier: Apache-2.0
#include "table_tasks.hpp"

#include <doctest/doctest.h>

namespace haidang::directives {
namespace {

using documents::Cell;
using documents::Line;
using documents::Table;

/// Rows of cells; "<" is merged with the cell to its left, "^" with the one above.
Table table_of(const std::vector<std::vector<std::string>>& rows) {
  Table table;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    table.rows.emplace_back(rows[row].size());
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      const std::string& words = rows[row][column];
      Cell& cell = table.rows[row][column];
      cell.origin_row = static_cast<int>(row);
      cell.origin_column = static_cast<int>(column);
      if (words == "<" || words == "^") {
        const Cell& other = words == "<" ? table.rows[row][column - 1] : table.rows[row - 1][column];
        cell.origin_row = other.origin_row;
        cell.origin_column = other.origin_column;
      } else if (!words.empty()) {
        cell.lines = {Line{.text = words, .place = {.begin = row * 100, .end = row * 100 + words.size()}}};
      }
    }
  }
  return table;
}

LocalDate day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
}

std::vector<Task> tasks_of(const std::vector<std::vector<std::string>>& rows, const std::string& label = "PL1",
                           const Inherited& inherited = {}) {
  const Table table = table_of(rows);
  std::vector<Task> tasks;
  for (auto& reading : read_table_tasks(table, label, inherited, {.year = 2023, .issued_on = day(2023, 1, 5)}))
    tasks.push_back(std::move(reading.task));
  return tasks;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " | ") + name;
  return all;
}

std::string clauses(const std::vector<Task>& tasks) {
  std::string all;
  for (const Task& task : tasks) all += (all.empty() ? "" : " ") + task.clause;
  return all;
}

const std::vector<std::string> kHeading{"STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp",
                                        "Thời gian hoàn thành"};

}  // namespace

TEST_CASE("each row of a table of duties is a task") {
  const auto tasks = tasks_of({kHeading,
                               {"1", "Rà soát quy trình nội bộ", "Sở Nội vụ", "Các sở, ban, ngành", "Quý II/2023"},
                               {"2", "Nâng cấp hệ thống", "Sở TT&TT", "", "Trước 30/9/2023"}});
  REQUIRE(tasks.size() == 2);
  CHECK(clauses(tasks) == "PL1.1 PL1.2");
  CHECK(joined(tasks[0].assignees) == "Sở Nội vụ");
  CHECK(joined(tasks[0].coordinators) == "các sở, ban, ngành");
  REQUIRE(tasks[0].deadline);
  CHECK(tasks[0].deadline->date == day(2023, 6, 30));
  CHECK(tasks[0].text == "Rà soát quy trình nội bộ");
  CHECK(tasks[0].place.begin == 100);
  CHECK(joined(tasks[1].assignees) == "Sở Thông tin và Truyền thông");
  CHECK(tasks[1].coordinators.empty());
  CHECK(tasks[1].deadline->date == day(2023, 9, 29));
}

TEST_CASE("a merged cell counts for every row it spans, an empty cell of its own is empty") {
  const auto tasks = tasks_of({kHeading,
                               {"1", "Rà soát quy trình", "Sở Nội vụ", "Sở Tài chính", "Quý II/2023"},
                               {"2", "Công bố danh mục", "^", "", "^"},
                               {"3", "Tập huấn cán bộ", "Sở Tư pháp", "", ""}});
  REQUIRE(tasks.size() == 3);
  CHECK(joined(tasks[1].assignees) == "Sở Nội vụ");
  CHECK(tasks[1].coordinators.empty());
  REQUIRE(tasks[1].deadline);
  CHECK(tasks[1].deadline->date == day(2023, 6, 30));
  CHECK_FALSE(tasks[2].deadline);
}

TEST_CASE("a group row with a month sets the deadline of the rows below it") {
  const auto tasks = tasks_of({{"STT", "Nội dung", "Cơ quan chủ trì"},
                               {"THÁNG 3/2023", "<", "<"},
                               {"1", "Rà soát quy trình", "Sở Nội vụ"},
                               {"2", "Báo cáo kết quả", "Sở Tài chính"},
                               {"THÁNG 6/2023", "<", "<"},
                               {"3", "Công bố danh mục", "Sở Tư pháp"}});
  REQUIRE(tasks.size() == 3);
  REQUIRE(tasks[0].deadline);
  CHECK(tasks[0].deadline->date == day(2023, 3, 31));
  CHECK(tasks[0].deadline->inherited);
  CHECK(tasks[1].deadline->date == day(2023, 3, 31));
  CHECK(tasks[2].deadline->date == day(2023, 6, 30));
  CHECK(clauses(tasks) == "PL1.1 PL1.2 PL1.3");
}

TEST_CASE("numbers that start again under Roman group rows carry the group in their label") {
  const auto tasks = tasks_of({kHeading,
                               {"I", "CẢI CÁCH THỂ CHẾ", "", "", ""},
                               {"1", "Rà soát quy trình", "Sở Tư pháp", "", "Quý I"},
                               {"2", "Tự kiểm tra văn bản", "Sở Tư pháp", "", "Quý II"},
                               {"II", "CẢI CÁCH BỘ MÁY", "", "", ""},
                               {"1", "Sắp xếp đơn vị sự nghiệp", "Sở Nội vụ", "", "Quý III"}});
  CHECK(clauses(tasks) == "PL1.I.1 PL1.I.2 PL1.II.1");
}

TEST_CASE("numbers that run on under group rows do not") {
  const auto tasks = tasks_of({kHeading,
                               {"I", "CẢI CÁCH THỂ CHẾ", "", "", ""},
                               {"1", "Rà soát quy trình", "Sở Tư pháp", "", "Quý I"},
                               {"II", "CẢI CÁCH BỘ MÁY", "", "", ""},
                               {"2", "Sắp xếp đơn vị sự nghiệp", "Sở Nội vụ", "", "Quý III"}});
  CHECK(clauses(tasks) == "PL1.1 PL1.2");
}

TEST_CASE("two rows of headings are one") {
  const auto tasks = tasks_of({{"TT", "Nhiệm vụ", "Cơ quan thực hiện", "<", "Thời gian"},
                               {"^", "^", "Chủ trì", "Phối hợp", "^"},
                               {"1", "Rà soát quy trình", "Sở Nội vụ", "Sở Tài chính", "Tháng 5/2023"}});
  REQUIRE(tasks.size() == 1);
  CHECK(joined(tasks[0].assignees) == "Sở Nội vụ");
  CHECK(joined(tasks[0].coordinators) == "Sở Tài chính");
  CHECK(tasks[0].deadline->date == day(2023, 5, 31));
}

TEST_CASE("a row of column numbers under the headings is no task") {
  const auto tasks =
      tasks_of({kHeading, {"(1)", "(2)", "(3)", "(4)", "(5)"}, {"1", "Rà soát quy trình", "Sở Nội vụ", "", "Quý I"}});
  CHECK(clauses(tasks) == "PL1.1");
}

TEST_CASE("one cell may name who leads and who helps") {
  for (const char* cell : {"Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", "Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính",
                           "Sở Nội vụ (chủ trì); Sở Tài chính (phối hợp)"}) {
    CAPTURE(cell);
    const auto tasks = tasks_of(
        {{"STT", "Nội dung", "Cơ quan thực hiện", "Thời gian"}, {"1", "Rà soát quy trình", cell, "Quý I/2023"}});
    REQUIRE(tasks.size() == 1);
    CHECK(joined(tasks[0].assignees) == "Sở Nội vụ");
    CHECK(joined(tasks[0].coordinators) == "Sở Tài chính");
  }
}

TEST_CASE("a group row with an agency owns the rows below it") {
  const auto tasks = tasks_of({{"STT", "Nội dung công việc", "Thời gian"},
                               {"I", "SỞ NỘI VỤ", ""},
                               {"1", "Rà soát quy trình", "Quý I/2023"},
                               {"II", "Sở Tài chính", ""},
                               {"2", "Bố trí kinh phí", "Quý II/2023"}});
  REQUIRE(tasks.size() == 2);
  CHECK(joined(tasks[0].assignees) == "Sở Nội vụ");
  CHECK(joined(tasks[1].assignees) == "Sở Tài chính");
}

TEST_CASE("the product column is kept, targets and citations come from the content") {
  const auto tasks = tasks_of({{"STT", "Nội dung", "Chủ trì", "Thời gian", "Sản phẩm"},
                               {"1", "Số hóa tối thiểu 80% hồ sơ theo Kế hoạch số 12/KH-UBND ngày 05/01/2022",
                                "Sở Nội vụ", "Năm 2023", "Báo cáo"}});
  REQUIRE(tasks.size() == 1);
  CHECK(tasks[0].product == "Báo cáo");
  REQUIRE(tasks[0].targets.size() == 1);
  CHECK(tasks[0].targets[0].comparison == Comparison::AtLeast);
  REQUIRE(tasks[0].references.size() == 1);
  CHECK(tasks[0].references[0].number == "12/KH-UBND");
  CHECK(tasks[0].deadline->date == day(2023, 12, 31));
}

TEST_CASE("an impossible date in the time column leaves no deadline") {
  const Table table = table_of({kHeading, {"1", "Rà soát quy trình", "Sở Nội vụ", "", "31/6/2023"}});
  const auto readings = read_table_tasks(table, "PL1", {}, {.year = 2023});
  REQUIRE(readings.size() == 1);
  CHECK_FALSE(readings[0].task.deadline);
  CHECK(readings[0].impossible.size() == 1);
}

TEST_CASE("a table in the body takes the label of its section, and of nothing where there is none") {
  const std::vector<std::vector<std::string>> rows{kHeading, {"4", "Rà soát quy trình", "Sở Nội vụ", "", "Quý I"}};
  CHECK(clauses(tasks_of(rows, "II")) == "II.4");
  CHECK(clauses(tasks_of(rows, "")) == "4");
}

TEST_CASE("tables of figures, of names, or of nothing hold no tasks") {
  CHECK(tasks_of({{"STT", "Đơn vị", "Số hồ sơ", "Tỷ lệ"}, {"1", "Sở Nội vụ", "120", "97%"}}).empty());
  CHECK(tasks_of({{"STT", "Họ và tên", "Chức vụ"}, {"1", "Lê Minh Hà", "Giám đốc"}}).empty());
  CHECK(tasks_of({{""}}).empty());
  CHECK(tasks_of({}).empty());
  CHECK(tasks_of({kHeading}).empty());
}

}  // namespace haidang::directives
