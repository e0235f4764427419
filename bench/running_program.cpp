// SPDX-License-Identifier: Apache-2.0
#include "running_program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "base/json.hpp"

namespace haidang::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kLongestStart = std::chrono::seconds(60);
constexpr auto kLongestReading = std::chrono::minutes(5);
constexpr std::ptrdiff_t kExampleDocuments = 5;
constexpr const char* kReady = "GET /readyz HTTP/1.1\r\nHost: bench\r\n\r\n";

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Without the settings of whoever runs the benchmark, and silent.
void replace_this_process(std::vector<std::string> arguments) {
  for (bool found = true; found;) {
    found = false;
    for (char** variable = environ; *variable && !found; ++variable) {
      if (std::strncmp(*variable, "HAIDANG_", 8) != 0) continue;
      ::unsetenv(std::string(*variable, std::strcspn(*variable, "=")).c_str());
      found = true;
    }
  }
  ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
  std::vector<char*> words;
  for (auto& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  ::execvp(words.front(), words.data());
}

std::string request_with_body(const std::string& first_line, const std::string& fields, const std::string& body) {
  return first_line + " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n" + fields +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

struct Credentials {
  std::string user_name, password;
};

/// As `serve --example` leaves them in its data folder: name and password lead each indented line.
std::vector<Credentials> example_accounts(const std::filesystem::path& data) {
  std::ifstream file(data / "example-accounts.txt");
  std::vector<Credentials> accounts;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    Credentials account;
    if (line.starts_with("  ") && words >> account.user_name >> account.password) accounts.push_back(account);
  }
  if (accounts.empty()) throw std::runtime_error("the example has left no accounts");
  return accounts;
}

bool are_read(const json::Value& list) {
  const auto& items = list.at("items").as_array();
  return std::ssize(items) >= kExampleDocuments && std::none_of(items.begin(), items.end(), [](const auto& item) {
           return item.at("state") == "queued" || item.at("state") == "reading";
         });
}

}  // namespace

RunningProgram::RunningProgram(const std::filesystem::path& program, const std::filesystem::path& data,
                               const std::vector<std::string>& more_arguments)
    : port_(free_port()) {
  std::vector<std::string> arguments{program,      "serve",           "--data", data, "--port", std::to_string(port_),
                                     "--log-file", data / "log.jsonl"};
  arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
  std::filesystem::create_directories(data);
  const auto start = Clock::now();
  process_ = std::make_unique<Process>([&] { replace_this_process(arguments); });
  while (ask(port_, kReady).status != 200) {
    if (Clock::now() - start > kLongestStart || !process_->runs())
      throw std::runtime_error(program.string() + " serve does not become ready");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  seconds_until_ready_ = seconds_since(start);
}

void RunningProgram::stop() {
  process_->end(SIGTERM);
}

std::string RunningProgram::answer_to(const std::string& request) const {
  const auto reply = ask(port_, request);
  if (reply.status / 100 != 2)
    throw std::runtime_error(request.substr(0, request.find('\r')) + " was answered: " + reply.body());
  return reply.body();
}

Visitor RunningProgram::sign_in(const std::string& user_name, const std::string& password) const {
  const auto body = json::compact(json::Object{{"user_name", user_name}, {"password", password}});
  const auto reply = ask(port_, request_with_body("POST /api/session", {}, body));
  const std::string name = "Set-Cookie: haidang=";
  const auto at = reply.text.find(name);
  if (reply.status != 200 || at == std::string::npos) throw std::runtime_error("sign-in was answered: " + reply.body());
  const auto token = at + name.size();
  const auto session = json::parse(reply.body()).value();
  return {user_name, reply.text.substr(token, reply.text.find(';', token) - token),
          std::string(session.at("csrf_token").as_string())};
}

std::string get_request(const Visitor& visitor, const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: bench\r\nCookie: haidang=" + visitor.cookie + "\r\n\r\n";
}

std::string command_request(const Visitor& visitor, const std::string& method, const std::string& path,
                            const std::string& body) {
  return request_with_body(method + " " + path,
                           "Cookie: haidang=" + visitor.cookie + "\r\nX-CSRF-Token: " + visitor.csrf_token + "\r\n",
                           body);
}

void wait_for_example_documents(const RunningProgram& program, const Visitor& office) {
  const auto start = Clock::now();
  while (!are_read(json::parse(program.answer_to(get_request(office, "/api/documents"))).value())) {
    if (Clock::now() - start > kLongestReading) throw std::runtime_error("the example's documents are never read");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
}

std::vector<Visitor> sign_in_often(const RunningProgram& program, const std::filesystem::path& data, int sessions) {
  const auto accounts = example_accounts(data);
  std::vector<Visitor> visitors;
  for (std::size_t i = 0; std::ssize(visitors) < sessions; ++i) {
    const auto& [user_name, password] = accounts[i % accounts.size()];
    visitors.push_back(program.sign_in(user_name, password));
  }
  return visitors;
}

double seconds_of_process(const std::vector<std::string>& arguments) {
  const auto start = Clock::now();
  Process process([&] { replace_this_process(arguments); });
  process.wait();
  return seconds_since(start);
}

}  // namespace haidang::bench
