// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <iostream>
#include <map>

#include "command.hpp"

namespace {

int run(int argc, char** argv) {
  using namespace haidang;
  app::CommandContext context{.out = std::cout, .errors = std::cerr};
  CLI::App program{
      "Hải Đăng: văn bản chỉ đạo thành nhiệm vụ có người, có hạn · directives become tasks that are followed up"};
  program.name("haidang");
  program.require_subcommand(1);
  program.set_version_flag("--version", HAIDANG_VERSION);
  program.add_option("--language", context.language, "vi | en")
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, Language>{{"vi", Language::Vietnamese}, {"en", Language::English}}));
  app::add_serve_command(program, context);
  app::add_account_commands(program, context);
  app::add_directive_commands(program, context);
  app::add_reader_command(program, context);
  app::add_deadline_commands(program, context);
  app::add_calendar_commands(program, context);
  app::add_database_commands(program, context);
  app::add_journal_commands(program, context);
  app::add_config_commands(program, context);
  app::add_api_command(program, context);
  CLI11_PARSE(program, argc, argv);
  return context.exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& fault) {
    std::cerr << "haidang: " << fault.what() << "\n";
    return 3;
  }
}
