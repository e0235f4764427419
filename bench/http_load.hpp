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
  void end(int signal);  ///< and waits for it
  void wait();           ///< until it ends of itself

 private:
  pid_t pid_;
};

std::uint16_t free_port();
int connected_socket(std::uint16_t port);
bool answers(std::uint16_t port);  ///< within two seconds

struct Reply {
  int status = 0;  ///< 0: nobody answered
  std::string text;
  std::size_t body_at = 0;
  std::string body() const { return text.substr(body_at); }
};
/// One request as it is sent, over a connection of its own.
Reply ask(std::uint16_t port, const std::string& request);

struct Load {
  std::uint64_t requests = 0;
  double seconds = 0;
};
struct LoadWanted {
  int connections = 1;
  double seconds = 1;
  std::uint64_t most_requests = ~std::uint64_t{0};
};
/// Keep-alive connections, each with one request under way, from one thread; `next_request(connection)` is what a
/// connection sends next. Any answer but 2xx with a Content-Length is an exception.
Load load(std::uint16_t port, const LoadWanted&, const std::function<const std::string&(int)>& next_request);
/// The same GET on all connections.
Load load(std::uint16_t port, const std::string& path, int connections, double seconds);

double median(std::vector<double>);

}  // namespace haidang::bench
