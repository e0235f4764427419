// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <CLI/CLI.hpp>
#include <iosfwd>

#include "base/result.hpp"

namespace haidang::app {

/// What every command is given: where to write, in which language, and where to leave its exit code.
/// Exit codes: 0 done; 1 the input was rejected (message on standard error); 2 the command line was wrong; 3 a fault.
struct CommandContext {
  Language language = Language::Vietnamese;
  std::ostream& out;
  std::ostream& errors;
  int exit_code = 0;
};

/// Writes what happened and what to do to `errors` and sets exit code 1.
void tell(CommandContext&, const Rejection&);

// One function per group of commands, each in its own file; main.cpp calls them in the order of the help.
void add_directive_commands(CLI::App&, CommandContext&);
void add_deadline_commands(CLI::App&, CommandContext&);
void add_calendar_commands(CLI::App&, CommandContext&);
void add_reader_command(CLI::App&, CommandContext&);
void add_serve_command(CLI::App&, CommandContext&);
void add_account_commands(CLI::App&, CommandContext&);
void add_database_commands(CLI::App&, CommandContext&);
void add_journal_commands(CLI::App&, CommandContext&);
void add_config_commands(CLI::App&, CommandContext&);
void add_api_command(CLI::App&, CommandContext&);

}  // namespace haidang::app
