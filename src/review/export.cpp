// SPDX-License-Identifier: Apache-2.0
#include "export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/vietnamese.hpp"
#include "directives/plan_docx.hpp"
#include "directives/plan_pdf.hpp"
#include "directives/plan_sheet.hpp"
#include "from_plan.hpp"
#include "platform/files.hpp"

namespace haidang::review {
namespace {

/// A relative deadline with a due date is printed as that date; the document's words stay beside it.
directives::Task printed(const StoredTask& stored) {
  directives::Task task = task_of(stored.content);
  const bool counted = task.deadline && task.deadline->kind == directives::DeadlineKind::Relative && stored.due;
  if (counted) {
    task.deadline->kind = directives::DeadlineKind::By;
    task.deadline->date = stored.due;
  }
  task.confidence = {};  // a person has looked at it
  return task;
}

directives::Plan plan_of(const Printable& printable) {
  directives::Plan plan;
  plan.document = header_of(printable.plan.facts);
  for (const auto& task : printable.plan.tasks) {
    plan.tasks.push_back(printed(task));
    for (const auto& reference : plan.tasks.back().references) {
      const auto same = [&](const directives::Reference& other) { return other.number == reference.number; };
      if (std::none_of(plan.references.begin(), plan.references.end(), same)) plan.references.push_back(reference);
    }
  }
  return plan;
}

Result<std::string> sheet(const directives::Plan& plan, directives::PlanStatus) {
  const platform::TemporaryFolder folder;
  const auto path = directives::write_plan_sheet(plan, folder.path() / "plan.xlsx");
  if (!path) return pass_on(path);
  return platform::read_file(*path);
}

Result<std::string> docx(const directives::Plan& plan, directives::PlanStatus status) {
  return directives::plan_docx(plan, status);
}

Result<std::string> pdf(const directives::Plan& plan, directives::PlanStatus status) {
  return directives::plan_pdf(plan, status);
}

struct Format {
  std::string_view name, content_type;
  Result<std::string> (*write)(const directives::Plan&, directives::PlanStatus);
};

constexpr std::array kFormats{
    Format{"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet},
    Format{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx},
    Format{"pdf", "application/pdf", pdf}};

/// "ke-hoach-128-kh-ubnd.docx", "du-thao-ke-hoach-128-kh-ubnd.docx": readable on every system.
std::string file_name(const Printable& printable, std::string_view format) {
  std::string name = printable.draft ? "du-thao-ke-hoach-" : "ke-hoach-";
  for (const char c : fold(printable.plan.facts.number.value_or(printable.document.file_name)))
    name += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
  return name + "." + std::string(format);
}

}  // namespace

Result<Exported> exported(const Printable& printable, std::string_view format) {
  for (const Format& each : kFormats) {
    if (each.name != format) continue;
    auto bytes =
        each.write(plan_of(printable), printable.draft ? directives::PlanStatus::Draft : directives::PlanStatus::Saved);
    if (!bytes) return pass_on(bytes);
    return Exported{std::move(*bytes), std::string(each.content_type), file_name(printable, format)};
  }
  return reject(Code::ExportFormatUnknown, {{"format", std::string(format)}});
}

std::string disposition(std::string_view how, const std::string& file_name) {
  std::string encoded;
  std::string plain;
  for (const char c : file_name) {
    const bool safe =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    encoded += safe ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  for (const char c : fold(file_name)) plain += c >= 0x20 && c < 0x7f && c != '"' && c != '\\' ? c : '_';
  return fmt::format("{}; filename=\"{}\"; filename*=UTF-8''{}", how, plain, encoded);
}

}  // namespace haidang::review
