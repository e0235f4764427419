// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sys/types.h>

#include "platform/child_process.hpp"

namespace haidang::platform {

/// All that the child side needs, made before the process is copied: between copy and exec nothing may allocate.
struct ChildPlan {
  const char* program = nullptr;
  char* const* arguments = nullptr;
  char* const* environment = nullptr;
  const char* folder = nullptr;
  int input = -1, output = -1, errors = -1, report = -1;
  ChildLimits limits;
};

/// What the supervisor tells: the end of the program, or why it could not be started.
struct ChildReport {
  int start_error = 0;  ///< errno of exec; 0 when the program ran
  int wait_status = 0;
  long long processor_microseconds = 0;
  long long peak_memory_kilobytes = 0;
};

/// Starts a supervisor, and the program under it: own session, limits, no new privileges, where permitted without a
/// network and in a process namespace that ends with the supervisor. The supervisor reports, kills what is left
/// of the program's children, and exits; SIGTERM makes it do so at once. Returns its process id, or -1.
pid_t start_supervisor(const ChildPlan&);

}  // namespace haidang::platform
