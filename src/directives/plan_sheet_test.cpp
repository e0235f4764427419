// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_sheet.hpp"

#include <doctest/doctest.h>
#include <zip.h>

#include <memory>

#include "plan_sample.hpp"

using namespace haidang;
using namespace haidang::directives;

namespace {

/// A part of the workbook ("xl/worksheets/sheet1.xml"), unpacked.
std::string part(const std::filesystem::path& path, const char* name) {
  const std::unique_ptr<zip_t, decltype(&zip_discard)> book(zip_open(path.c_str(), ZIP_RDONLY, nullptr), zip_discard);
  REQUIRE(book);
  zip_stat_t stat;
  REQUIRE(zip_stat(book.get(), name, 0, &stat) == 0);
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(book.get(), name, 0), zip_fclose);
  std::string text(stat.size, '\0');
  REQUIRE(zip_fread(file.get(), text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
  return text;
}

/// What a cell holds: the number itself, or the shared text that it points to.
std::string cell(const std::filesystem::path& path, const char* sheet, const std::string& address) {
  const std::string cells = part(path, sheet);
  const std::size_t at = cells.find("<c r=\"" + address + "\"");
  REQUIRE(at != std::string::npos);
  const std::size_t end = cells.find('>', at), value = cells.find("<v>", at) + 3;
  const std::string found = cells.substr(value, cells.find("</v>", value) - value);
  if (cells.substr(at, end - at).find("t=\"s\"") == std::string::npos) return found;
  const std::string texts = part(path, "xl/sharedStrings.xml");
  std::size_t from = 0;
  for (int skip = std::stoi(found); skip >= 0; --skip) from = texts.find("<si>", from) + 4;
  const std::size_t begin = texts.find('>', from) + 1;
  return texts.substr(begin, texts.find("</t>", begin) - begin);
}

struct WrittenSheet {
  explicit WrittenSheet(const Plan& plan) { REQUIRE(write_plan_sheet(plan, path).has_value()); }
  ~WrittenSheet() { std::filesystem::remove(path); }
  WrittenSheet(const WrittenSheet&) = delete;
  WrittenSheet& operator=(const WrittenSheet&) = delete;
  std::filesystem::path path = std::filesystem::temp_directory_path() / "haidang_plan_sheet_test.xlsx";
};

constexpr char kTasks[] = "xl/worksheets/sheet1.xml";

}  // namespace

TEST_CASE("the workbook has four sheets with Vietnamese names") {
  const WrittenSheet sheet(sample_plan().plan);
  const std::string book = part(sheet.path, "xl/workbook.xml");
  for (const char* name : {"Nhiệm vụ", "Văn bản viện dẫn", "Vấn đề của văn bản", "Thông tin văn bản"})
    CHECK(book.find("name=\"" + std::string(name) + "\"") != std::string::npos);
}

TEST_CASE("a due date is a date cell, with its hour where one is named") {
  const WrittenSheet sheet(sample_plan().plan);
  const LocalDate start = std::chrono::year{1899} / 12 / 30;
  const double day = days_between(start, std::chrono::year{2025} / 5 / 30);
  CHECK(std::stod(cell(sheet.path, kTasks, "F2")) == doctest::Approx(day + 17.0 / 24));
  CHECK(std::stod(cell(sheet.path, kTasks, "F4")) == days_between(start, std::chrono::year{2025} / 4 / 30));
  CHECK(cell(sheet.path, kTasks, "G3") == "hằng tháng, ngày 25");
  CHECK(cell(sheet.path, kTasks, "K10") == "cần xem kỹ");
}

TEST_CASE("the sheet can be filtered and printed on A4") {
  const WrittenSheet sheet(sample_plan().plan);
  const std::string tasks = part(sheet.path, kTasks);
  CHECK(tasks.find("<autoFilter ref=\"A1:L13\"") != std::string::npos);
  CHECK(tasks.find("ySplit=\"1\"") != std::string::npos);
  CHECK(tasks.find("paperSize=\"9\"") != std::string::npos);
  CHECK(tasks.find("orientation=\"landscape\"") != std::string::npos);
  CHECK(tasks.find("fitToHeight=\"0\"") != std::string::npos);
}

TEST_CASE("text that looks like a formula stays text") {
  const WrittenSheet sheet(hostile_plan().plan);
  CHECK(part(sheet.path, kTasks).find("<f>") == std::string::npos);
  CHECK(cell(sheet.path, kTasks, "C2").starts_with("=HYPERLINK"));
}

TEST_CASE("a plan without tasks makes a workbook that says so") {
  const WrittenSheet sheet(Plan{});
  CHECK(cell(sheet.path, kTasks, "A2") == "Văn bản này không giao nhiệm vụ nào.");
}

TEST_CASE("a place that cannot be written is a rejection") {
  const auto written = write_plan_sheet(sample_plan().plan, "/proc/no-such-folder/plan.xlsx");
  REQUIRE(!written.has_value());
  CHECK(written.error().code == Code::FileUnwritable);
}
