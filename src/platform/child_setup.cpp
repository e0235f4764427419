// SPDX-License-Identifier: Apache-2.0
#include "child_setup.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

// Everything here runs in a copy of a process that may have other threads: only system calls, no memory allocation,
// no locks. Failures of hardening steps are accepted where the system does not permit them.
namespace haidang::platform {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kAddressSpaceIsReserved = true;  // sanitizers reserve terabytes
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kAddressSpaceIsReserved = true;
#else
constexpr bool kAddressSpaceIsReserved = false;
#endif
#else
constexpr bool kAddressSpaceIsReserved = false;
#endif

pid_t copy_process(unsigned long namespaces) {
  return static_cast<pid_t>(::syscall(SYS_clone, namespaces | SIGCHLD, 0, 0, 0, 0));
}

void limit(int resource, rlim_t soft, rlim_t hard) {
  rlimit now{};
  if (::getrlimit(static_cast<__rlimit_resource>(resource), &now) != 0) return;
  if (now.rlim_max != RLIM_INFINITY && (hard == RLIM_INFINITY || hard > now.rlim_max)) hard = now.rlim_max;
  if (hard != RLIM_INFINITY && soft > hard) soft = hard;
  const rlimit wanted{soft, hard};
  (void)::setrlimit(static_cast<__rlimit_resource>(resource), &wanted);
}

/// Memory and open files are soft limits: a program that we start may itself start one that needs more.
void set_limits(const ChildLimits& limits) {
  const auto seconds = static_cast<rlim_t>(limits.processor_time.count());
  limit(RLIMIT_CPU, seconds, seconds + 1);
  limit(RLIMIT_FSIZE, limits.written_file_bytes, limits.written_file_bytes);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_NOFILE, static_cast<rlim_t>(limits.open_files), RLIM_INFINITY);
  if (!kAddressSpaceIsReserved) limit(RLIMIT_AS, limits.memory_bytes, RLIM_INFINITY);
}

void restore_signals() {
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  for (int number = 1; number < NSIG; ++number) (void)::sigaction(number, &usual, nullptr);
  sigset_t none;
  sigemptyset(&none);
  (void)::sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void become_program(const ChildPlan& plan) {
  (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
  (void)::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  restore_signals();
  const int report = ::fcntl(plan.report, F_DUPFD_CLOEXEC, 10);
  const bool ready = ::dup2(plan.input, 0) == 0 && ::dup2(plan.output, 1) == 1 && ::dup2(plan.errors, 2) == 2 &&
                     ::chdir(plan.folder) == 0;
  if (ready) {
    (void)::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    set_limits(plan.limits);
    (void)::execve(plan.program, plan.arguments, plan.environment);
  }
  ChildReport failure;
  failure.start_error = errno == 0 ? EINVAL : errno;
  (void)!::write(report, &failure, sizeof failure);
  ::_exit(127);
}

/// Kills the direct children that are left. Without a process namespace their own children then come to us, the
/// subreaper, and are found by the next round.
void kill_children() {
  const int list = ::open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (list < 0) return;
  char text[4096];
  const auto size = ::read(list, text, sizeof text);
  ::close(list);
  pid_t number = 0;
  for (ssize_t i = 0; i < size; ++i) {
    if (text[i] >= '0' && text[i] <= '9') {
      number = number * 10 + (text[i] - '0');
    } else if (number > 0) {
      (void)::kill(number, SIGKILL);
      number = 0;
    }
  }
}

/// Until nothing that the program started is alive.
void clear_away(bool own_namespace) {
  for (int round = 0; round < 10'000; ++round) {
    own_namespace ? (void)::kill(-1, SIGKILL) : kill_children();
    int status = 0;
    pid_t ended = 0;
    while ((ended = ::waitpid(-1, &status, WNOHANG)) > 0) {
    }
    if (ended < 0 && errno == ECHILD) return;
    const timespec pause{0, 1'000'000};
    (void)::nanosleep(&pause, nullptr);
  }
}

ChildReport wait_for(pid_t program, const sigset_t& signals) {
  ChildReport report;
  rusage usage{};
  for (;;) {
    const pid_t ended = ::wait4(program, &report.wait_status, WNOHANG, &usage);
    if (ended == program || (ended < 0 && errno != EINTR)) break;
    siginfo_t information{};
    if (::sigwaitinfo(&signals, &information) == SIGTERM) (void)::kill(program, SIGKILL);
  }
  const auto microseconds = [](const timeval& time) { return time.tv_sec * 1'000'000LL + time.tv_usec; };
  report.processor_microseconds = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
  report.peak_memory_kilobytes = usage.ru_maxrss;
  return report;
}

/// When whoever started us died before we asked to be told, nobody reads the report any more.
bool is_abandoned(int report) {
  pollfd watched{report, POLLOUT, 0};
  return ::poll(&watched, 1, 0) > 0 && (watched.revents & POLLERR) != 0;
}

void write_file(const char* file, const char* text) {
  const int descriptor = ::open(file, O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  (void)!::write(descriptor, text, std::strlen(text));
  ::close(descriptor);
}

/// In a user namespace of our own we stay who we are.
void keep_identity(const char* user_map, const char* group_map) {
  write_file("/proc/self/setgroups", "deny");
  write_file("/proc/self/uid_map", user_map);
  write_file("/proc/self/gid_map", group_map);
}

[[noreturn]] void supervise(const ChildPlan& plan, bool own_namespace) {
  (void)::prctl(PR_SET_PDEATHSIG, SIGKILL);
  (void)::prctl(PR_SET_CHILD_SUBREAPER, 1);
  if (is_abandoned(plan.report)) ::_exit(1);
  (void)::setsid();
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGCHLD);
  (void)::sigprocmask(SIG_SETMASK, &signals, nullptr);
  struct sigaction usual {};
  usual.sa_handler = SIG_DFL;
  (void)::sigaction(SIGCHLD, &usual, nullptr);
  const pid_t program = copy_process(0);
  if (program == 0) become_program(plan);
  // Whatever we hold open keeps others waiting for its end.
  (void)::dup2(plan.report, 0);
  (void)::close_range(1, ~0U, 0);
  ChildReport report;
  if (program < 0)
    report.start_error = errno;
  else
    report = wait_for(program, signals);
  clear_away(own_namespace);
  (void)!::write(0, &report, sizeof report);
  ::_exit(0);
}

/// "1000 1000 1": this id inside is the same id outside.
void write_identity(char* text, unsigned id) {
  char digits[16];
  int count = 0;
  do digits[count++] = static_cast<char>('0' + id % 10);
  while ((id /= 10) != 0);
  char* out = text;
  for (int copy = 0; copy < 2; ++copy) {
    for (int i = count; i > 0; --i) *out++ = digits[i - 1];
    *out++ = ' ';
  }
  *out++ = '1';
  *out = '\0';
}

}  // namespace

pid_t start_supervisor(const ChildPlan& plan) {
  char user_map[40], group_map[40];
  write_identity(user_map, ::geteuid());
  write_identity(group_map, ::getegid());
  constexpr unsigned long kApart = CLONE_NEWPID | CLONE_NEWNET;
  pid_t process = copy_process(kApart);
  if (process == 0) supervise(plan, true);
  if (process > 0) return process;
  process = copy_process(kApart | CLONE_NEWUSER);
  if (process == 0) {
    keep_identity(user_map, group_map);
    supervise(plan, true);
  }
  if (process > 0) return process;
  process = copy_process(0);
  if (process == 0) supervise(plan, false);
  return process;
}

}  // namespace haidang::platform
