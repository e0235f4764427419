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
#include <cstdlib>
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
  int number = 0;
  std::string head;  ///< as far as it has come
  std::size_t body_left = 0;
  bool in_body = false;

  /// Takes bytes of an answer; true when it is whole.
  bool take(const char* bytes, std::size_t size) {
    if (!in_body) {
      head.append(bytes, size);
      const auto end = head.find("\r\n\r\n");
      if (end == std::string::npos) return false;
      if (head.compare(9, 1, "2") != 0) throw std::runtime_error("a request was refused: " + head);
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
  if (pid_ > 0) end(SIGKILL);
}

void Process::end(int signal) {
  ::kill(pid_, signal);
  wait();
}

void Process::wait() {
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
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

Reply ask(std::uint16_t port, const std::string& request) {
  const int socket = connected_socket(port);
  if (socket < 0) return {};
  ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
  Reply reply;
  std::array<char, 64 * 1024> buffer;
  for (std::size_t whole = std::string::npos; reply.text.size() < whole;) {
    const auto size = ::recv(socket, buffer.data(), buffer.size(), 0);
    if (size <= 0) break;
    reply.text.append(buffer.data(), static_cast<std::size_t>(size));
    const auto end = reply.text.find("\r\n\r\n");
    if (end == std::string::npos) continue;
    const auto field = reply.text.find("Content-Length: ");
    whole = end + 4 + (field < end ? std::stoul(reply.text.substr(field + 16)) : 0);
    reply.body_at = end + 4;
  }
  ::close(socket);
  if (reply.body_at > 0) reply.status = std::atoi(reply.text.c_str() + 9);
  return reply;
}

Load load(std::uint16_t port, const LoadWanted& wanted, const std::function<const std::string&(int)>& next_request) {
  std::vector<Stream> streams(static_cast<std::size_t>(wanted.connections));
  const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
  const auto send_next = [&](const Stream& stream) {
    const auto& request = next_request(stream.number);
    ::send(stream.socket, request.data(), request.size(), MSG_NOSIGNAL);
  };
  for (int number = 0; auto& stream : streams) {
    stream.number = number++;
    stream.socket = connected_socket(port);
    epoll_event event{.events = EPOLLIN, .data = {.ptr = &stream}};
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, stream.socket, &event);
    send_next(stream);
  }
  static std::array<char, 256 * 1024> buffer;
  std::array<epoll_event, 256> events;
  Load result;
  const auto start = Clock::now();
  const auto end = start + std::chrono::duration<double>(wanted.seconds);
  while (Clock::now() < end && result.requests < wanted.most_requests) {
    const int count = ::epoll_wait(epoll, events.data(), static_cast<int>(events.size()), 100);
    for (int i = 0; i < count; ++i) {
      auto& stream = *static_cast<Stream*>(events[static_cast<std::size_t>(i)].data.ptr);
      const auto size = ::recv(stream.socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
      if (size <= 0) throw std::runtime_error("the server closed a connection");
      if (!stream.take(buffer.data(), static_cast<std::size_t>(size))) continue;
      ++result.requests;
      send_next(stream);
    }
  }
  result.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  for (const auto& stream : streams) ::close(stream.socket);
  ::close(epoll);
  return result;
}

Load load(std::uint16_t port, const std::string& path, int connections, double seconds) {
  const std::string request = "GET " + path + " HTTP/1.1\r\nHost: bench\r\n\r\n";
  return load(port, {connections, seconds}, [&](int) -> const std::string& { return request; });
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.at(values.size() / 2);
}

}  // namespace haidang::bench
