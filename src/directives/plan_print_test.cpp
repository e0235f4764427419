// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cstdlib>

#include "directives/plan_docx.hpp"
#include "directives/plan_pdf.hpp"
#include "documents/reader_process.hpp"
#include "documents/source_json.hpp"
#include "plan_sample.hpp"
#include "platform/child_process.hpp"
#include "platform/files.hpp"

using namespace haidang;
using namespace haidang::directives;

namespace {

void compare_with_golden(const std::string& text, const std::string& name) {
  const std::string path = "src/directives/golden/" + name;
  if (std::getenv("ACCEPT")) REQUIRE(platform::write_file(path, text));
  const auto golden = platform::read_file(path);
  REQUIRE(golden);
  CHECK(*golden == text);
}

std::string text_of_pdf(const std::string& bytes) {
  const platform::TemporaryFolder folder;
  const auto path = folder.path() / "plan.pdf";
  REQUIRE(platform::write_file(path, bytes));
  const auto outcome = platform::run_child({.arguments = {"pdftotext", "-layout", path.string(), "-"},
                                            .standard_input = {},
                                            .working_folder = {},
                                            .environment = {}},
                                           {});
  REQUIRE(outcome.succeeded());
  return outcome.output;
}

std::string text_of_docx(const std::string& bytes) {
  const platform::TemporaryFolder folder;
  const auto path = folder.path() / "plan.docx";
  REQUIRE(platform::write_file(path, bytes));
  const documents::ReaderProgram reader{{DOCUMENTS_TEST_READER}};
  const auto source = documents::read_document(path, {}, reader);
  REQUIRE(source);
  return source->text;
}

bool has(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the Word document of a plan says what the plan says, agency by agency") {
  compare_with_golden(text_of_docx(plan_docx(sample_plan().plan, PlanStatus::Saved)), "sample_plan_docx.txt");
}

TEST_CASE("the same plan gives the same Word document, byte for byte") {
  CHECK(plan_docx(sample_plan().plan, PlanStatus::Saved) == plan_docx(sample_plan().plan, PlanStatus::Saved));
}

TEST_CASE("the PDF of a plan says what the plan says, and numbers its pages") {
  compare_with_golden(text_of_pdf(plan_pdf(sample_plan().plan, PlanStatus::Saved)), "sample_plan_pdf.txt");
}

TEST_CASE("a long plan repeats the head of its table on every page") {
  const auto text = text_of_pdf(plan_pdf(large_plan(300).plan, PlanStatus::Saved));
  std::size_t heads = 0, pages = 0;
  for (std::size_t at = 0; (at = text.find("Cơ quan phối hợp", at)) != std::string::npos; ++at) ++heads;
  for (const char c : text) pages += c == '\f' ? 1 : 0;
  CHECK(pages > 5);
  CHECK(heads == pages);
  CHECK(has(text, std::to_string(pages) + " / " + std::to_string(pages)));
}

TEST_CASE("a draft is marked as one, a saved plan is not") {
  CHECK(has(text_of_pdf(plan_pdf(sample_plan().plan, PlanStatus::Draft)), "DỰ THẢO"));
  CHECK(!has(text_of_pdf(plan_pdf(sample_plan().plan, PlanStatus::Saved)), "DỰ THẢO"));
  CHECK(has(text_of_docx(plan_docx(sample_plan().plan, PlanStatus::Draft)), "DỰ THẢO KẾ HOẠCH"));
}

TEST_CASE("no text of a document can break the file it is printed in") {
  CHECK(has(text_of_docx(plan_docx(hostile_plan().plan, PlanStatus::Saved)), "</script>"));
  CHECK(!plan_pdf(hostile_plan().plan, PlanStatus::Saved).empty());
}

TEST_CASE("a task longer than a page goes on on the next one") {
  Plan plan = sample_plan().plan;
  plan.tasks.resize(1);
  plan.tasks.front().summary.clear();
  for (int at = 0; at < 900; ++at) plan.tasks.front().summary += "từ thứ " + std::to_string(at) + " của nhiệm vụ ";
  const auto text = text_of_pdf(plan_pdf(plan, PlanStatus::Saved));
  CHECK(has(text, "từ thứ 0 "));
  CHECK(has(text, " 899 "));
}
