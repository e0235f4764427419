// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "documents/reader_process.hpp"

namespace haidang::app {

void add_reader_command(CLI::App& program, CommandContext& context) {
  auto* command = program.add_subcommand(
      "read-source", "đọc một tệp thành JSON ngay trong tiến trình này · reads one file to JSON in this very process");
  command->group("");  // the program calls itself so: documents are opened in a child process
  auto arguments = std::make_shared<std::vector<std::string>>();
  command->add_option("arguments", *arguments, "FILE [LIMITS]")->required();
  command->callback([arguments, &context] { context.exit_code = documents::run_reader_command(*arguments); });
}

}  // namespace haidang::app
