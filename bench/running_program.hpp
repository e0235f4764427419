// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "http_load.hpp"

/// The program `haidang` from outside: started, waited for, signed in to.
namespace haidang::bench {

struct Visitor {
  std::string user_name, cookie, csrf_token;
};

/// `haidang serve` with its data in `data`, on a free port of this machine.
class RunningProgram {
 public:
  /// Returns when /readyz answers 200; throws when it does not within a minute.
  RunningProgram(const std::filesystem::path& program, const std::filesystem::path& data,
                 const std::vector<std::string>& more_arguments);
  const Process& process() const { return *process_; }
  std::uint16_t port() const { return port_; }
  double seconds_until_ready() const { return seconds_until_ready_; }
  void stop();  ///< as a service is stopped

  /// Throws when the answer is not 2xx.
  std::string answer_to(const std::string& request) const;
  Visitor sign_in(const std::string& user_name, const std::string& password) const;

 private:
  std::uint16_t port_;
  std::unique_ptr<Process> process_;
  double seconds_until_ready_ = 0;
};

std::string get_request(const Visitor&, const std::string& path);
std::string command_request(const Visitor&, const std::string& method, const std::string& path,
                            const std::string& body);

/// Until the documents of the example are read, so that no background work is left. Throws after five minutes, and
/// when the visitor may not see documents.
void wait_for_example_documents(const RunningProgram&, const Visitor&);

/// So many sessions, of the accounts of the example in turn.
std::vector<Visitor> sign_in_often(const RunningProgram&, const std::filesystem::path& data, int sessions);

/// How long a process takes from its start to its end.
double seconds_of_process(const std::vector<std::string>& arguments);

}  // namespace haidang::bench
