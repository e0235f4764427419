// SPDX-License-Identifier: Apache-2.0
#include "platform/child_process.hpp"

#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "platform/files.hpp"

using namespace haidang::platform;
using namespace std::chrono_literals;

namespace {

ChildOutcome shell(const std::string& script, const ChildLimits& limits = {}, const std::string& input = {}) {
  return run_child(
      {.arguments = {"sh", "-c", script}, .standard_input = input, .working_folder = {}, .environment = {}}, limits);
}

bool is_listed(const std::string& mark) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "cmdline");
    std::string command((std::istreambuf_iterator<char>(file)), {});
    std::replace(command.begin(), command.end(), '\0', ' ');
    if (command.starts_with("sleep " + mark)) return true;
  }
  return false;
}

/// Waits a little: a killed process needs a moment to be gone from the process table.
bool is_running(const std::string& mark) {
  for (int i = 0; i < 20 && is_listed(mark); ++i) std::this_thread::sleep_for(50ms);
  return is_listed(mark);
}

}  // namespace

TEST_CASE("a child gets its input and hands back output, errors and exit code") {
  const auto outcome = shell("cat; echo trouble >&2; exit 3", {}, "xin chào");
  CHECK(outcome.end == ChildEnd::Exited);
  CHECK(outcome.status == 3);
  CHECK(outcome.output == "xin chào");
  CHECK(outcome.errors == "trouble\n");
  CHECK_FALSE(outcome.succeeded());
}

TEST_CASE("much input and much output do not block each other") {
  const std::string input(8 << 20, 'a');
  CHECK(shell("cat", {}, input).output.size() == input.size());
}

TEST_CASE("a child that takes too long is stopped, with all it started") {
  ChildLimits limits;
  limits.wall_time = 300ms;
  const auto begin = std::chrono::steady_clock::now();
  const auto outcome = shell("sleep 7771 & setsid sleep 7772 & (setsid sleep 7773 &) ; echo before; wait", limits);
  CHECK(outcome.end == ChildEnd::TimeUp);
  CHECK(outcome.output == "before\n");
  CHECK(std::chrono::steady_clock::now() - begin < 3s);
  for (const auto* mark : {"7771", "7772", "7773"}) CHECK_FALSE(is_running(mark));
}

TEST_CASE("what a child leaves running in the background ends with it") {
  const auto begin = std::chrono::steady_clock::now();
  const auto outcome = shell("(setsid sleep 7774 >/dev/null 2>&1 &) ; sleep 7775 & echo done");
  CHECK(outcome.succeeded());
  CHECK(outcome.output == "done\n");
  CHECK(std::chrono::steady_clock::now() - begin < 3s);
  CHECK_FALSE(is_running("7774"));
  CHECK_FALSE(is_running("7775"));
}

TEST_CASE("a child that computes too long is stopped by its processor time") {
  ChildLimits limits;
  limits.processor_time = 1s;
  const auto outcome = shell("while :; do :; done", limits);
  CHECK(outcome.end == ChildEnd::TimeUp);
  CHECK(outcome.processor_time >= 900ms);
}

TEST_CASE("a child that prints too much is stopped, and no more than the limit is kept") {
  ChildLimits limits;
  limits.output_bytes = 1000;
  const auto outcome = shell("yes", limits);
  CHECK(outcome.end == ChildEnd::OutputTooLarge);
  CHECK(outcome.output.size() == 1000);
}

TEST_CASE("a child cannot write a file larger than allowed") {
  ChildLimits limits;
  limits.written_file_bytes = 10'000;
  const auto outcome = shell("head -c 20000 /dev/zero > big; wc -c < big", limits);
  CHECK(std::atoi(outcome.output.c_str()) <= 10'000);
}

TEST_CASE("a program that does not exist is not started, and a crash is a signal") {
  CHECK(run_child(
            {.arguments = {"no-such-program-here"}, .standard_input = {}, .working_folder = {}, .environment = {}}, {})
            .end == ChildEnd::NotStarted);
  CHECK(
      run_child({.arguments = {"/no/such/program"}, .standard_input = {}, .working_folder = {}, .environment = {}}, {})
          .end == ChildEnd::NotStarted);
  const auto outcome = shell("kill -SEGV $$");
  CHECK(outcome.end == ChildEnd::Signalled);
  CHECK(outcome.status == SIGSEGV);
}

TEST_CASE("a child sees only the environment it is given, an own folder, and that folder is gone afterwards") {
  ::setenv("HAIDANG_SECRET_OF_THE_PARENT", "1", 1);
  const auto outcome = run_child({.arguments = {"sh", "-c", "env; echo FOLDER=$(pwd); touch left-behind"},
                                  .standard_input = {},
                                  .working_folder = {},
                                  .environment = {"GIVEN=yes"}},
                                 {});
  CHECK(outcome.output.find("HAIDANG_SECRET") == std::string::npos);
  CHECK(outcome.output.find("GIVEN=yes") != std::string::npos);
  const auto at = outcome.output.find("FOLDER=") + 7;
  const std::string folder = outcome.output.substr(at, outcome.output.find('\n', at) - at);
  CHECK_FALSE(folder.empty());
  CHECK_FALSE(std::filesystem::exists(folder));
}

TEST_CASE("a child inherits no open files beyond the three standard ones") {
  const auto outcome = shell("ls /proc/self/fd | wc -l");
  CHECK(std::atoi(outcome.output.c_str()) <= 4);  // ls itself holds the folder open
}

TEST_CASE("children of several threads do not wait for each other") {
  std::vector<std::jthread> threads;
  std::array<ChildOutcome, 4> outcomes;
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    threads.emplace_back(
        [&, i] { outcomes[i] = shell("sleep 0." + std::to_string(i + 1) + "; echo " + std::to_string(i)); });
  threads.clear();
  for (std::size_t i = 0; i < outcomes.size(); ++i) CHECK(outcomes[i].output == std::to_string(i) + "\n");
}
