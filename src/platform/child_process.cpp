// SPDX-License-Identifier: Apache-2.0
#include "platform/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <optional>
#include <system_error>

#include "child_setup.hpp"
#include "platform/files.hpp"

namespace haidang::platform {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kErrorBytes = 64 * 1024;
constexpr std::chrono::milliseconds kGrace{2000};
constexpr std::chrono::milliseconds kAlmost{100};  // the kernel counts in ticks

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  void reset(int number) {
    close();
    number_ = number;
  }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }

 private:
  int number_ = -1;
};

struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe2");
    read.reset(ends[0]);
    write.reset(ends[1]);
    (void)::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  }
  Descriptor read, write;
};

/// A file in memory: unlike a pipe it needs nobody to feed it while we listen to the output.
void open_input(Descriptor& input, const std::string& content) {
  input.reset(content.empty() ? ::open("/dev/null", O_RDONLY | O_CLOEXEC) : ::memfd_create("input", MFD_CLOEXEC));
  if (input.number() < 0) fail("standard input of a child");
  for (std::size_t done = 0; done < content.size();) {
    const auto written = ::write(input.number(), content.data() + done, content.size() - done);
    if (written < 0) fail("standard input of a child");
    done += static_cast<std::size_t>(written);
  }
  if (!content.empty()) (void)::lseek(input.number(), 0, SEEK_SET);
}

std::string search_path() {
  const char* path = std::getenv("PATH");
  return path != nullptr && *path != '\0' ? path : "/usr/local/bin:/usr/bin:/bin";
}

std::optional<std::string> find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  const std::string path = search_path();
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto end = std::min(path.find(':', begin), path.size());
    const std::string candidate = path.substr(begin, end - begin) + "/" + name;
    if (!name.empty() && ::access(candidate.c_str(), X_OK) == 0) return candidate;
    begin = end + 1;
  }
  return std::nullopt;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (auto& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

/// Listens to a running child until its supervisor has reported or a limit is passed.
class Listening {
 public:
  Listening(pid_t supervisor, Pipe& output, Pipe& errors, Pipe& report, const ChildLimits& limits)
      : supervisor_(supervisor),
        output_(output),
        errors_(errors),
        report_(report),
        limits_(limits),
        deadline_(Clock::now() + limits.wall_time) {}

  ChildOutcome run() {
    while (!has_report_) {
      const auto now = Clock::now();
      if (now >= deadline_) stop(ChildEnd::TimeUp);
      if (stopped_ && now >= deadline_) break;
      listen(std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - now) + std::chrono::milliseconds(1));
    }
    (void)::kill(supervisor_, SIGKILL);
    while (::waitpid(supervisor_, nullptr, 0) < 0 && errno == EINTR) {
    }
    // Nobody writes any more; what is still in the pipes belongs to the answer.
    while (take(output_, outcome_.output, limits_.output_bytes)) {
    }
    while (take(errors_, outcome_.errors, kErrorBytes)) {
    }
    conclude();
    return std::move(outcome_);
  }

 private:
  void listen(std::chrono::milliseconds wait) {
    std::array<pollfd, 3> watched{pollfd{output_.read.number(), POLLIN, 0}, pollfd{errors_.read.number(), POLLIN, 0},
                                  pollfd{report_.read.number(), POLLIN, 0}};
    if (::poll(watched.data(), watched.size(), static_cast<int>(std::clamp<long>(wait.count(), 1, 1000))) <= 0) return;
    if (watched[0].revents != 0 && !take(output_, outcome_.output, limits_.output_bytes)) output_.read.close();
    if (watched[1].revents != 0 && !take(errors_, outcome_.errors, kErrorBytes)) errors_.read.close();
    if (watched[2].revents != 0) take_report();
  }

  /// One gulp of a pipe. False when it has nothing more to give.
  bool take(Pipe& pipe, std::string& into, std::size_t most) {
    if (pipe.read.number() < 0) return false;
    char buffer[65'536];
    const auto got = ::read(pipe.read.number(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) return true;
    if (got <= 0) return false;
    into.append(buffer, std::min(static_cast<std::size_t>(got), most - into.size()));
    const bool full = into.size() == most && static_cast<std::size_t>(got) > 0;
    if (full && &into == &outcome_.output) stop(ChildEnd::OutputTooLarge);
    return true;
  }

  void take_report() {
    ChildReport report;
    const auto got = ::read(report_.read.number(), &report, sizeof report);
    if (got < 0) return;
    if (got < static_cast<ssize_t>(sizeof report)) {
      has_report_ = true;  // the supervisor itself was killed
      return;
    }
    if (report.start_error != 0 || start_error_ == 0) report_of_program_ = report;
    if (report.start_error != 0) start_error_ = report.start_error;
    // A failed start is reported by the program's process first; the supervisor's own report follows.
    has_report_ = report.start_error == 0;
  }

  void stop(ChildEnd why) {
    if (stopped_) return;
    stopped_ = why;
    deadline_ = Clock::now() + kGrace;
    (void)::kill(supervisor_, SIGTERM);
  }

  void conclude() {
    const ChildReport& report = report_of_program_;
    outcome_.processor_time = std::chrono::microseconds(report.processor_microseconds);
    outcome_.peak_memory_bytes = static_cast<std::size_t>(report.peak_memory_kilobytes) * 1024;
    const bool killed = WIFSIGNALED(report.wait_status);
    outcome_.status = killed ? WTERMSIG(report.wait_status) : WEXITSTATUS(report.wait_status);
    if (start_error_ != 0) {
      outcome_.end = ChildEnd::NotStarted;
      outcome_.status = start_error_;
    } else if (stopped_) {
      outcome_.end = *stopped_;
    } else if (killed && (outcome_.status == SIGXCPU || outcome_.processor_time + kAlmost >= limits_.processor_time)) {
      outcome_.end = ChildEnd::TimeUp;
    } else {
      outcome_.end = killed ? ChildEnd::Signalled : ChildEnd::Exited;
    }
  }

  pid_t supervisor_;
  Pipe& output_;
  Pipe& errors_;
  Pipe& report_;
  const ChildLimits& limits_;
  Clock::time_point deadline_;
  std::optional<ChildEnd> stopped_;
  bool has_report_ = false;
  int start_error_ = 0;
  ChildReport report_of_program_;
  ChildOutcome outcome_;
};

}  // namespace

ChildOutcome run_child(const ChildCommand& command, const ChildLimits& limits) {
  ChildOutcome not_started;
  const auto program = command.arguments.empty() ? std::nullopt : find_program(command.arguments.front());
  if (!program) {
    not_started.status = ENOENT;
    return not_started;
  }
  std::optional<TemporaryFolder> own_folder;
  if (command.working_folder.empty()) own_folder.emplace();
  const std::string folder =
      own_folder ? own_folder->path().string() : std::filesystem::absolute(command.working_folder).string();
  std::vector<std::string> arguments = command.arguments;
  std::vector<std::string> environment = command.environment;
  environment.insert(environment.end(),
                     {"PATH=" + search_path(), "HOME=" + folder, "TMPDIR=" + folder, "LANG=C.UTF-8"});
  const auto argument_list = pointers(arguments);
  const auto environment_list = pointers(environment);
  Pipe output, errors, report;
  Descriptor input;
  open_input(input, command.standard_input);

  ChildPlan plan;
  plan.program = program->c_str();
  plan.arguments = argument_list.data();
  plan.environment = environment_list.data();
  plan.folder = folder.c_str();
  plan.input = input.number();
  plan.output = output.write.number();
  plan.errors = errors.write.number();
  plan.report = report.write.number();
  plan.limits = limits;
  const pid_t supervisor = start_supervisor(plan);
  if (supervisor < 0) {
    not_started.status = errno;
    return not_started;
  }
  output.write.close();
  errors.write.close();
  report.write.close();
  return Listening(supervisor, output, errors, report, limits).run();
}

}  // namespace haidang::platform
