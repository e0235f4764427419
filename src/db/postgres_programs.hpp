// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"

namespace haidang::db {

struct ProgramEnd {
  bool succeeded = false;
  std::string errors;  ///< the last lines of its standard error, for the log
};

/// Runs one of PostgreSQL's own programs to its end. Where the database is, and the password, go by the environment,
/// which other users of the machine cannot read. It is our own program with our own data and may need the network, so
/// it does not run under the limits of platform::run_child. Rejects BackupProgramMissing.
Result<ProgramEnd> run_postgres_program(const std::string& program, std::vector<std::string> arguments,
                                        const std::string& location);

}  // namespace haidang::db
