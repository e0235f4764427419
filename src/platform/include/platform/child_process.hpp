// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace haidang::platform {

/// What a child may use. Documents come from strangers: whatever opens them runs as a child under these limits.
struct ChildLimits {
  std::chrono::milliseconds wall_time{30'000};
  std::chrono::seconds processor_time{30};
  std::size_t memory_bytes = std::size_t{1} << 30;          ///< address space
  std::size_t output_bytes = std::size_t{64} << 20;         ///< standard output
  std::size_t written_file_bytes = std::size_t{256} << 20;  ///< the largest file it may write
  int open_files = 64;
};

struct ChildCommand {
  std::vector<std::string> arguments;  ///< arguments[0] is the program, looked up in PATH when it has no slash
  std::string standard_input;
  std::filesystem::path working_folder;  ///< empty: an own temporary folder, removed afterwards
  std::vector<std::string>
      environment;  ///< "NAME=value"; besides PATH, HOME (working folder), LANG=C.UTF-8 nothing else is passed on
};

enum class ChildEnd { Exited, Signalled, TimeUp, OutputTooLarge, NotStarted };

struct ChildOutcome {
  ChildEnd end = ChildEnd::NotStarted;
  int status = 0;  ///< exit code, or signal number
  std::string output;
  std::string errors;  ///< standard error, the first 64 KiB
  std::chrono::microseconds processor_time{0};
  std::size_t peak_memory_bytes = 0;
  bool succeeded() const { return end == ChildEnd::Exited && status == 0; }
};

/// Runs a program to its end under limits: own session and process group, closed file descriptors, no new
/// privileges, no network where the system allows it, no core dumps. When it returns, the child and
/// whatever it started are gone. Never throws for what the child does.
ChildOutcome run_child(const ChildCommand&, const ChildLimits&);

}  // namespace haidang::platform
