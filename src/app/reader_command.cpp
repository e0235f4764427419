// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "command.hpp"
#include "documents/source.hpp"

namespace haidang::app {

void add_reader_command(CLI::App& program, CommandContext& context) {
  auto* command = program.add_subcommand("read-source", "đọc một tệp thành JSON ngay trong tiến trình này · reads one file to JSON in this very process");
  command->group("");  // used by the program itself: documents are opened in a child process
  auto file = std::make_shared<std::string>();
  command->add_option("file", *file)->required();
  command->callback([file, &context] { context.exit_code = documents::run_reader(*file, documents::ReadLimits{}); });
}

}  // namespace haidang::app
