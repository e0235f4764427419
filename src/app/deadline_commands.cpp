// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <iterator>
#include <memory>
#include <ostream>

#include "calendar/case_file.hpp"
#include "command.hpp"
#include "platform/files.hpp"

namespace haidang::app {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

Result<std::string> read_input(const std::string& file) {
  if (file != "-") return platform::read_file(file, kMostBytes);
  return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

void compute_file(const std::string& file, CommandContext& context) {
  const auto text = read_input(file);
  if (!text) return tell(context, text.error());
  const auto cases = calendar::parse_cases(*text, calendar::Library::with_packs());
  if (!cases) return tell(context, cases.error());
  const auto result = calendar::compute_all(*cases);
  context.out << result.json;
  // A rejected case stands in the JSON as well; the exit code says that there is one.
  if (result.rejected > 0) context.exit_code = 1;
}

std::string validity(const calendar::DeadlineRule& rule) {
  return (rule.valid_from ? on_paper(*rule.valid_from) : "…") + " – " +
         (rule.valid_to ? on_paper(*rule.valid_to) : "…");
}

void list_rules(CommandContext& context) {
  const bool vietnamese = context.language == Language::Vietnamese;
  const auto library = calendar::Library::with_packs();
  for (const auto& rule : library.rules()) {
    context.out << rule.id << "  [" << validity(rule) << "]\n  " << rule.name.in(context.language) << "\n  "
                << rule.source.document;
    if (!rule.source.verified) context.out << (vietnamese ? " · chưa kiểm chứng" : " · unverified");
    context.out << "\n";
  }
}

}  // namespace

void add_deadline_commands(CLI::App& program, CommandContext& context) {
  auto* deadline = program.add_subcommand("deadline", "Thời hạn: tính và giải thích · compute and explain deadlines");
  deadline->require_subcommand(1);
  auto* compute = deadline->add_subcommand(
      "compute", "Tính hạn của một ca hoặc một danh sách ca (JSON) · compute the cases of a JSON file");
  const auto file = std::make_shared<std::string>();  // shared with the callback, which outlives this function
  compute->add_option("FILE", *file, "tệp JSON, - là đầu vào chuẩn · JSON file, - for standard input")->required();
  compute->callback([file, &context] { compute_file(*file, context); });
  deadline->add_subcommand("rules", "Liệt kê các quy tắc có sẵn · list the rules that ship with the program")
      ->callback([&context] { list_rules(context); });
}

}  // namespace haidang::app
