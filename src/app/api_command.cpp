// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "command.hpp"
#include "http/route.hpp"
#include "platform/files.hpp"
#include "wiring.hpp"

namespace haidang::app {
namespace {

/// The routes are those of a real program, upon an empty database that goes away again.
void print_api(CommandContext& context) {
  const platform::TemporaryFolder folder;
  ProgramSettings settings;
  settings.data = folder.path();
  const auto wiring = Wiring::build(settings);
  if (!wiring) return tell(context, wiring.error());
  context.out << http::open_api((*wiring)->router, HAIDANG_VERSION);
}

}  // namespace

void add_api_command(CLI::App& program, CommandContext& context) {
  program.add_subcommand("api", "In hợp đồng API (OpenAPI 3.1) · print the contract of the API")->callback([&context] {
    print_api(context);
  });
}

}  // namespace haidang::app
