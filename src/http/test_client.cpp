// SPDX-License-Identifier: Apache-2.0
#include "test_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace haidang::http::testing {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

}  // namespace

Client::Client(std::uint16_t port, int receive_buffer) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (receive_buffer > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  const timeval patience{5, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    throw std::runtime_error("cannot connect");
  }
}

Client::Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)), input_(std::move(other.input_)) {}

Client::~Client() {
  if (socket_ >= 0) ::close(socket_);
}

Client& Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto size = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return *this;
}

void Client::end_output() {
  ::shutdown(socket_, SHUT_WR);
}

bool Client::read_more() {
  std::array<char, 65536> buffer;
  const auto size = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (size <= 0) return false;
  input_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

bool Client::wait_for(std::string_view text) {
  while (input_.find(text) == std::string::npos)
    if (!read_more()) return false;
  return true;
}

bool Client::ended() {
  return input_.empty() && !read_more() && input_.empty();
}

std::string Client::take_all() {
  while (read_more()) continue;
  return std::exchange(input_, {});
}

Answer Client::answer(bool of_head) {
  Answer answer;
  if (!wait_for("\r\n\r\n")) return answer;
  const auto end = input_.find("\r\n\r\n");
  const int status = std::atoi(input_.c_str() + 9);
  for (auto at = input_.find("\r\n") + 2; at < end;) {
    const auto line_end = input_.find("\r\n", at);
    const auto colon = input_.find(": ", at);
    answer.fields[lower(input_.substr(at, colon - at))] = input_.substr(colon + 2, line_end - colon - 2);
    at = line_end + 2;
  }
  input_.erase(0, end + 4);
  const auto size =
      of_head || !answer.fields.contains("content-length") ? 0 : std::stoul(answer.fields.at("content-length"));
  while (input_.size() < size)
    if (!read_more()) return answer;
  answer.body = input_.substr(0, size);
  input_.erase(0, size);
  answer.status = status;
  return answer;
}

std::string get(std::string_view path, std::string_view fields) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view fields) {
  return "POST " + std::string(path) + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + std::string(fields) + "\r\n" + std::string(body);
}

ServerSettings hasty_settings() {
  ServerSettings settings;
  settings.port = 0;
  settings.workers = 4;
  settings.head_deadline = std::chrono::milliseconds(400);
  settings.body_deadline = std::chrono::milliseconds(1600);
  settings.stop_deadline = std::chrono::milliseconds(3000);
  return settings;
}

Response echo(Request& request) {
  const auto size = request.spooled ? request.spooled->size : request.body.size();
  return text_response(200, std::string(text_of(request.method)) + " " + request.path + " " + std::to_string(size));
}

bool eventually(const std::function<bool()>& holds) {
  for (int tries = 0; tries < 500; ++tries) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace haidang::http::testing
