// SPDX-License-Identifier: Apache-2.0
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "directives/plan_json.hpp"
#include "directives/plan_page.hpp"
#include "directives/plan_sheet.hpp"
#include "directives/plan_table.hpp"
#include "directives/read_plan.hpp"
#include "documents/source.hpp"
#include "platform/files.hpp"

namespace haidang::app {
namespace {

struct ReadOptions {
  std::vector<std::string> files;
  bool json = false;
  std::string html, xlsx, all_into;
};

constexpr int kPaperWidth = 110;  ///< columns where the output is no terminal

int terminal_columns() {
  winsize size{};
  const bool known = isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? std::clamp<int>(size.ws_col, 60, 160) : kPaperWidth;
}

/// Writes one output and names its path; a rejection is told and ends the work on this file.
template <class Written>
bool report(CommandContext& context, const Written& written) {
  if (!written) {
    tell(context, written.error());
    return false;
  }
  context.out << "  " << written->string() << "\n";
  return true;
}

void write_all(CommandContext& context, const std::filesystem::path& file, const directives::Plan& plan,
               const documents::SourceDocument& source, const std::string& folder) {
  std::filesystem::create_directories(folder);
  const std::filesystem::path stem = std::filesystem::path(folder) / file.filename();
  const auto named = [&](const char* ending) { return std::filesystem::path(stem.string() + ending); };
  report(context, platform::write_file(named(".html"), directives::plan_page(plan, source, file.filename().string(),
                                                                             context.language))) &&
      report(context, directives::write_plan_sheet(plan, named(".xlsx"))) &&
      report(context, platform::write_file(named(".json"), directives::plan_json(plan, source)));
}

void read_one(CommandContext& context, const ReadOptions& options, const std::filesystem::path& file) {
  const auto source = documents::read_document(file);
  if (!source) {
    if (options.files.size() > 1) context.errors << file.string() << ":\n";
    return tell(context, source.error());
  }
  const directives::Plan plan = directives::read_plan(*source);
  if (options.json) {
    context.out << directives::plan_json(plan, *source);
  } else if (options.html.empty() && options.xlsx.empty()) {
    context.out << directives::plan_table(plan, terminal_columns(), context.language, isatty(STDOUT_FILENO) != 0);
  }
  if (!options.html.empty())
    report(context, platform::write_file(options.html, directives::plan_page(plan, *source, file.filename().string(),
                                                                             context.language)));
  if (!options.xlsx.empty()) report(context, directives::write_plan_sheet(plan, options.xlsx));
  if (!options.all_into.empty()) write_all(context, file, plan, *source, options.all_into);
}

}  // namespace

void add_directive_commands(CLI::App& program, CommandContext& context) {
  auto* directive = program.add_subcommand("directive", "văn bản chỉ đạo · directives");
  directive->require_subcommand(1);
  auto* read = directive->add_subcommand(
      "read", "đọc văn bản thành nhiệm vụ: người làm, hạn, chỉ tiêu, câu gốc · reads a directive into its plan");
  auto options = std::make_shared<ReadOptions>();
  read->add_option("file", options->files, "tệp .txt, .docx, .pdf, .odt, .doc hoặc ảnh quét · one or more files")
      ->required();
  auto* json = read->add_flag("--json", options->json, "in JSON (api/schemas/plan.schema.json) · print JSON");
  auto* html = read->add_option("--html", options->html, "ghi trang HTML xem được ngay · write a self-contained page");
  auto* xlsx = read->add_option("--xlsx", options->xlsx, "ghi bảng tính · write a workbook");
  auto* all =
      read->add_option("--all-into", options->all_into,
                       "ghi cả HTML, XLSX, JSON của từng tệp vào thư mục · write all three per file into a folder");
  json->excludes(all);
  read->callback([options, &context, html, xlsx] {
    if (options->files.size() > 1 && (options->json || html->count() || xlsx->count()))
      throw CLI::ValidationError("--json, --html, --xlsx", "chỉ dùng với một tệp · go with one file only");
    for (const std::string& file : options->files) read_one(context, *options, file);
  });
}

}  // namespace haidang::app
