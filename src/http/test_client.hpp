// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "http/server.hpp"

/// What the tests of the server share: a blocking client on a raw socket, and a program made of one function.
namespace haidang::http::testing {

struct Answer {
  int status = 0;  ///< 0: no whole answer came
  std::map<std::string, std::string> fields;
  std::string body;
};

class Client {
 public:
  explicit Client(std::uint16_t port, int receive_buffer = 0);
  ~Client();
  Client(Client&& other) noexcept;
  Client& operator=(Client&&) = delete;

  Client& send(std::string_view bytes);  ///< as much as the server takes; errors are seen when reading
  void end_output();
  /// The next answer on the connection; of HEAD without a body.
  Answer answer(bool of_head = false);
  Answer ask(std::string_view bytes) { return send(bytes).answer(); }
  /// Until the text has come; false when the connection ends before, or after five seconds.
  bool wait_for(std::string_view text);
  bool ended();  ///< nothing more comes: the peer has closed
  int socket() const { return socket_; }
  const std::string& unread() const { return input_; }
  void forget() { input_.clear(); }
  std::string take_all();  ///< everything until the end

 private:
  bool read_more();
  int socket_;
  std::string input_;
};

std::string get(std::string_view path, std::string_view fields = "");
std::string post(std::string_view path, std::string_view body, std::string_view fields = "");

/// The program is one function; paths say how it is planned: /inline…, /upload….
class FunctionProgram : public Application {
 public:
  using Function = std::function<Response(Request&)>;
  explicit FunctionProgram(Function respond) : respond_(std::move(respond)) {}
  Plan plan(const Request& head) override {
    return {.takes_upload = head.path.starts_with("/upload"), .answered_inline = head.path.starts_with("/inline")};
  }
  std::optional<Response> refuse(Request& head) override {
    if (head.headers.contains("X-Stranger")) return text_response(401, "who are you");
    return std::nullopt;
  }
  Response respond(Request& request) override { return respond_(request); }

 private:
  Function respond_;
};

/// Quick to fail: deadlines of tenths of a second.
ServerSettings hasty_settings();

/// A server with its program, on a free port.
struct Running {
  explicit Running(FunctionProgram::Function function, ServerSettings settings = hasty_settings())
      : program(std::move(function)), server(Server::start(settings, program)) {}
  Client client() const { return Client(server->port()); }

  FunctionProgram program;
  std::unique_ptr<Server> server;
};

/// Answers with the method, the path and the length of the body.
Response echo(Request&);

/// Waits up to five seconds.
bool eventually(const std::function<bool()>&);

}  // namespace haidang::http::testing
