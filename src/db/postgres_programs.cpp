// SPDX-License-Identifier: Apache-2.0
#include "postgres_programs.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <map>
#include <sstream>

#include "base/ensure.hpp"

namespace haidang::db {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestErrors = 2'000;

/// The newest that is installed, for pg_dump refuses servers newer than itself. Debian keeps each version in a folder.
std::string find_program(const std::string& program) {
  std::map<int, std::string> by_version;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", missing)) {
    const auto path = entry.path() / "bin" / program;
    const int version = std::atoi(entry.path().filename().c_str());
    if (access(path.c_str(), X_OK) == 0) by_version[version] = path.string();
  }
  if (!by_version.empty()) return by_version.rbegin()->second;
  const char* folders = std::getenv("PATH");
  std::istringstream listed(folders == nullptr ? "" : folders);
  for (std::string folder; std::getline(listed, folder, ':');)
    if (const auto path = fs::path(folder) / program; access(path.c_str(), X_OK) == 0) return path.string();
  return "";
}

/// Ours, with PGHOST, PGPASSWORD and so on as the location says.
std::vector<std::string> environment_for(const std::string& location) {
  std::vector<std::string> environment;
  for (char** variable = environ; *variable != nullptr; ++variable)
    if (!std::string_view(*variable).starts_with("PG")) environment.emplace_back(*variable);
  char* problem = nullptr;
  auto* options = PQconninfoParse(location.c_str(), &problem);
  PQfreemem(problem);
  ensure(options != nullptr, "the location was understood before");
  for (auto* option = options; option->keyword != nullptr; ++option)
    if (option->envvar != nullptr && option->val != nullptr)
      environment.push_back(std::string(option->envvar) + "=" + option->val);
  PQconninfoFree(options);
  return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::string read_end_of(int pipe) {
  std::string text;
  std::array<char, 4'096> part{};
  for (ssize_t size = 0; (size = read(pipe, part.data(), part.size())) > 0 || (size < 0 && errno == EINTR);) {
    if (size > 0) text.append(part.data(), static_cast<std::size_t>(size));
    if (text.size() > 2 * kLongestErrors) text.erase(0, text.size() - kLongestErrors);
  }
  return text;
}

}  // namespace

Result<ProgramEnd> run_postgres_program(const std::string& program, std::vector<std::string> arguments,
                                        const std::string& location) {
  const auto path = find_program(program);
  if (path.empty()) return reject(Code::BackupProgramMissing, {{"program", program}, {"package", "postgresql-client"}});
  arguments.insert(arguments.begin(), path);
  auto environment = environment_for(location);
  std::array<int, 2> errors{};
  ensure(pipe2(errors.data(), O_CLOEXEC) == 0, "a pipe can be made");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, errors[1], STDERR_FILENO);
  pid_t child = 0;
  const int failed = posix_spawn(&child, path.c_str(), &actions, nullptr, pointers_to(arguments).data(),
                                 pointers_to(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  close(errors[1]);
  ProgramEnd end;
  end.errors = read_end_of(errors[0]);
  close(errors[0]);
  int status = failed;
  while (failed == 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  end.succeeded = failed == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return end;
}

}  // namespace haidang::db
