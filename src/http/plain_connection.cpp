// SPDX-License-Identifier: Apache-2.0
#include "plain_connection.hpp"

#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace haidang::http {
namespace {

using ErrorCode = boost::system::error_code;

/// One for all connections of the network thread, so that an idle one owns none.
std::array<char, 64 * 1024>& read_buffer() {
  thread_local std::array<char, 64 * 1024> buffer;
  return buffer;
}

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK;
}

class PlainConnection : public Connection {
 public:
  PlainConnection(Engine& engine, Socket socket, std::string peer)
      : Connection(engine, std::move(peer)), socket_(std::move(socket)) {}

 private:
  void receive() override { wait(Socket::wait_read, &PlainConnection::read_now); }

  void read_now() {
    auto& buffer = read_buffer();
    const auto size = ::recv(socket_.native_handle(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size > 0) return received({buffer.data(), static_cast<std::size_t>(size)});
    if (size == 0) return input_ended();
    if (would_block() || errno == EINTR) return receive();
    broke();
  }

  void send(const Output& output) override {
    output_ = output;
    send_now();
  }

  void send_now() {
    while (!output_.head.empty() || !output_.body.empty()) {
      std::array parts{piece(output_.head), piece(output_.body)};
      msghdr message{};
      message.msg_iov = parts.data();
      message.msg_iovlen = parts.size();
      const auto size =
          ::sendmsg(socket_.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT | (output_.length ? MSG_MORE : 0));
      if (size < 0) return failed();
      const auto of_head = std::min(static_cast<std::size_t>(size), output_.head.size());
      output_.head.remove_prefix(of_head);
      output_.body.remove_prefix(static_cast<std::size_t>(size) - of_head);
    }
    while (output_.length > 0) {
      auto offset = static_cast<off_t>(output_.offset);
      const auto size = ::sendfile(socket_.native_handle(), output_.file, &offset, output_.length);
      if (size < 0) return failed();
      if (size == 0) return broke();  // the file became shorter than the length that was promised
      output_.offset += static_cast<std::uint64_t>(size);
      output_.length -= static_cast<std::uint64_t>(size);
    }
    sent();
  }

  void failed() {
    if (would_block() || errno == EINTR) return wait(Socket::wait_write, &PlainConnection::send_now);
    broke();
  }

  static iovec piece(std::string_view text) { return {const_cast<char*>(text.data()), text.size()}; }

  void wait(Socket::wait_type what, void (PlainConnection::*next)()) {
    socket_.async_wait(what, [this, next, keep = shared_from_this()](const ErrorCode& error) {
      if (!socket_.is_open()) return;
      if (error) return broke();
      (this->*next)();
    });
  }

  void end_output() override {
    ErrorCode ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
  }

  void close() override {
    ErrorCode ignored;
    socket_.close(ignored);
  }

  Socket socket_;
  Output output_;
};

}  // namespace

std::shared_ptr<Connection> plain_connection(Engine& engine, Socket socket, std::string peer) {
  ErrorCode ignored;
  socket.non_blocking(true, ignored);
  socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
  return std::make_shared<PlainConnection>(engine, std::move(socket), std::move(peer));
}

}  // namespace haidang::http
