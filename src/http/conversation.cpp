// SPDX-License-Identifier: Apache-2.0
#include "conversation.hpp"

#include <algorithm>
#include <charconv>
#include <deque>

#include "connection.hpp"
#include "library_sample.hpp"
#include "platform/files.hpp"

namespace haidang::http::testing {
namespace {

/// Jobs wait until the network side has nothing more to do, as they would on a worker.
class OneThreadEngine : public Engine {
 public:
  using Engine::Engine;
  void submit(std::shared_ptr<Connection> connection) override { jobs_.push_back(std::move(connection)); }
  void closed(Connection&) override {}
  void run_jobs() {
    while (!jobs_.empty()) {
      const auto connection = std::move(jobs_.front());
      jobs_.pop_front();
      connection->work();
      connection->worked();
    }
  }

 private:
  std::deque<std::shared_ptr<Connection>> jobs_;
};

/// -1 when it is no answer, or the length of its body is not as announced.
int status_of(std::string_view head, std::string_view body) {
  constexpr std::string_view kField = "\r\nContent-Length: ";
  int status = -1;
  if (!head.starts_with("HTTP/1.1 ") || !head.ends_with("\r\n\r\n")) return -1;
  std::from_chars(head.data() + 9, head.data() + 12, status);
  std::size_t length = 0;
  const auto at = head.find(kField);
  if (at != std::string_view::npos)
    std::from_chars(head.data() + at + kField.size(), head.data() + head.size(), length);
  return body.empty() || body.size() == length ? status : -1;
}

class MemoryConnection : public Connection {
 public:
  using Connection::Connection;
  bool wants_input() const { return wanted_ && !closed_; }
  bool is_closed() const { return closed_; }
  void give(std::string_view bytes) { wanted_ = false, received(bytes); }
  void end() { wanted_ = false, input_ended(); }
  std::vector<int> statuses;

 private:
  void receive() override { wanted_ = true; }
  void send(const Output& output) override {
    const int status = status_of(output.head, output.body);
    if (status != 100) statuses.push_back(status);
    sent();
  }
  void end_output() override {}
  void close() override { closed_ = true; }

  bool wanted_ = false, closed_ = false;
};

struct Library {
  Router router = sample::library_routes();
  sample::ReaderGate gate;
  platform::FixedClock clock{Instant{}};
  Dispatcher dispatcher{{.router = router, .gate = gate, .clock = clock}};
  platform::TemporaryFolder folder;

  ServerSettings settings() const {
    ServerSettings settings;
    settings.spool_folder = folder.path();
    settings.header_limit = 2048;
    settings.body_limit = 4096;
    settings.upload_limit = 8192;
    return settings;
  }
};

}  // namespace

std::vector<int> conversation(std::string_view bytes, std::size_t piece) {
  static Library library;
  OneThreadEngine engine(library.settings(), library.dispatcher);
  const auto connection = std::make_shared<MemoryConnection>(engine, "192.0.2.1");
  connection->begin();
  while (!bytes.empty() && connection->wants_input()) {
    const auto size = std::min(piece, bytes.size());
    connection->give(bytes.substr(0, size));
    bytes.remove_prefix(size);
    engine.run_jobs();
  }
  if (connection->wants_input()) connection->end();
  engine.run_jobs();
  if (!connection->is_closed()) connection->statuses.push_back(-1);
  return connection->statuses;
}

}  // namespace haidang::http::testing
