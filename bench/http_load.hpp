// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// What the benchmark of the server needs of the system: other processes, their processor time, and load.
namespace haidang::bench {

/// A program in a process of its own, ended with this object.
class Process {
 public:
  explicit Process(const std::function<void()>& run_in_child);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  double processor_seconds() const;  ///< user and system, from /proc/PID/stat
  double resident_megabytes() const;
  bool runs() const;

 private:
  pid_t pid_;
};

std::uint16_t free_port();
int connected_socket(std::uint16_t port);
bool answers(std::uint16_t port);  ///< within two seconds

struct Load {
  std::uint64_t requests = 0;
  double seconds = 0;
};
/// GET over keep-alive connections, each with one request under way, from one thread.
Load load(std::uint16_t port, const std::string& path, int connections, double seconds);

double median(std::vector<double>);

}  // namespace haidang::bench
