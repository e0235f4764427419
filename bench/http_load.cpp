// SPDX-License-Identifier: Apache-2.0
#include "http_load.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace haidang::bench {
namespace {

using Clock = std::chrono::steady_clock;

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

/// One connection of the load: how much of its answer is still to come.
struct Stream {
  int socket = -1;
  std::string head;  ///< as far as it has come
  std::size_t body_left = 0;
  bool in_body = false;

  /// Takes bytes of an answer; true when it is whole.
  bool take(const char* bytes, std::size_t size) {
    if (!in_body) {
      head.append(bytes, size);
      const auto end = head.find("\r\n\r\n");
      if (end == std::string::npos) return false;
      if (head.compare(9, 3, "200") != 0) throw std::runtime_error("an answer that is not 200: " + head);
      const auto field = head.find("Content-Length: ");
      body_left = std::stoul(head.substr(field + 16)) + end + 4 - head.size();
      in_body = true;
    } else {
      body_left -= size;
    }
    if (body_left > 0) return false;
    in_body = false;
    head.clear();
    return true;
  }
};

}  // namespace

Process::Process(const std::function<void()>& run_in_child) : pid_(::fork()) {
  if (pid_ != 0) return;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  run_in_child();
  ::_exit(1);
}

Process::~Process() {
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

bool Process::runs() const {
  return ::waitpid(pid_, nullptr, WNOHANG) == 0;
}

double Process::processor_seconds() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0, system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double Process::resident_megabytes() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/statm");
  double total = 0, resident = 0;
  file >> total >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  auto address = loopback(0);
  socklen_t size = sizeof address;
  ::bind(socket, reinterpret_cast<sockaddr*>(&address), size);
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(socket);
  return ntohs(address.sin_port);
}

int connected_socket(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const auto address = loopback(port);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return socket;
  ::close(socket);
  return -1;
}

bool answers(std::uint16_t port) {
  for (int tries = 0; tries < 200; ++tries) {
    const int socket = connected_socket(port);
    if (socket >= 0) return ::close(socket), true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

Load load(std::uint16_t port, const std::string& path, int connections, double seconds) {
  const std::string request = "GET " + path + " HTTP/1.1\r\nHost: bench\r\n\r\n";
  std::vector<Stream> streams(static_cast<std::size_t>(connections));
  const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
  for (auto& stream : streams) {
    stream.socket = connected_socket(port);
    epoll_event event{.events = EPOLLIN, .data = {.ptr = &stream}};
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, stream.socket, &event);
    ::send(stream.socket, request.data(), request.size(), 0);
  }
  static std::array<char, 256 * 1024> buffer;
  std::array<epoll_event, 256> events;
  Load result;
  const auto start = Clock::now();
  const auto end = start + std::chrono::duration<double>(seconds);
  while (Clock::now() < end) {
    const int count = ::epoll_wait(epoll, events.data(), static_cast<int>(events.size()), 100);
    for (int i = 0; i < count; ++i) {
      auto& stream = *static_cast<Stream*>(events[static_cast<std::size_t>(i)].data.ptr);
      const auto size = ::recv(stream.socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
      if (size <= 0) throw std::runtime_error("the server closed a connection");
      if (!stream.take(buffer.data(), static_cast<std::size_t>(size))) continue;
      ++result.requests;
      ::send(stream.socket, request.data(), request.size(), MSG_NOSIGNAL);
    }
  }
  result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  for (const auto& stream : streams) ::close(stream.socket);
  ::close(epoll);
  return result;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.at(values.size() / 2);
}

}  // namespace haidang::bench
