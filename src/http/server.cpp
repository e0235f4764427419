// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <mutex>
#include <system_error>
#include <unordered_map>

#include "mailbox.hpp"
#include "plain_connection.hpp"
#include "tls_connection.hpp"

namespace haidang::http {
namespace {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, asio::io_context::executor_type>;
using OpenConnections = boost::intrusive::list<Connection, boost::intrusive::base_hook<InOpenConnections>,
                                               boost::intrusive::constant_time_size<false>>;

constexpr std::chrono::milliseconds kAcceptBackOff{100};
constexpr std::string_view kServerFull =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After: 60\r\nConnection: close\r\n\r\n";

ServerSettings complete(ServerSettings settings) {
  if (settings.spool_folder.empty()) settings.spool_folder = std::filesystem::temp_directory_path();
  remove_old_spool_files(settings.spool_folder);
  return settings;
}

class TcpServer : public Server, private Engine {
 public:
  TcpServer(const ServerSettings& its_settings, Application& its_application)
      : Engine(complete(its_settings), its_application),
        loop_(1),
        acceptor_(loop_),
        tick_(loop_),
        back_off_(loop_),
        last_call_(loop_),
        mailbox_([this] { asio::post(loop_, [this] { empty_mailbox(); }); }) {
    if (!settings.certificate.empty()) tls_ = tls_context(settings);
    listen();
    workers_ = std::make_unique<WorkerPool>(settings.workers, [this](std::shared_ptr<Job> job) {
      mailbox_.put(std::static_pointer_cast<Connection>(std::move(job)));
    });
    tick();
    accept();
    thread_ = std::thread([this] { run(); });
  }
  ~TcpServer() override { stop(); }

  std::uint16_t port() const override { return port_; }

  void stop() override {
    const std::lock_guard lock(stopping_mutex_);
    if (!thread_.joinable()) return;
    asio::post(loop_, [this] { begin_to_stop(); });
    thread_.join();
    workers_.reset();
    mailbox_.take();
  }

  void publish(std::string_view topic, std::string_view event, std::string_view data) override {
    mailbox_.put(std::string(topic), std::make_shared<const std::string>(encode_event(event, data)));
  }

  Counters counters() const override {
    const auto& now = Engine::counters;
    return {now.requests, now.connections, now.open_connections, now.subscribers, now.refused, now.timed_out};
  }

 private:
  void listen() {
    ErrorCode error;
    const auto fail_on = [&] {
      if (error) throw std::system_error(error, settings.address + ":" + std::to_string(settings.port));
    };
    const auto address = asio::ip::make_address(settings.address, error);
    fail_on();
    const asio::ip::tcp::endpoint endpoint(address, settings.port);
    acceptor_.open(endpoint.protocol(), error), fail_on();
    acceptor_.set_option(Acceptor::reuse_address(true), error), fail_on();
    acceptor_.bind(endpoint, error), fail_on();
    acceptor_.listen(4096, error), fail_on();
    port_ = acceptor_.local_endpoint().port();
  }

  /// A fault of one connection must not take the others along; that one waits for its deadline.
  void run() {
    while (!loop_.stopped()) {
      try {
        loop_.run();
      } catch (const std::exception&) {
        continue;
      }
    }
  }

  void tick() {
    deadlines.advance(Clock::now());
    tick_.expires_after(Deadlines::kTick);
    tick_.async_wait([this](const ErrorCode& error) {
      if (!error) tick();
    });
  }

  void accept() {
    acceptor_.async_accept(loop_, [this](const ErrorCode& error, Socket socket) {
      if (!acceptor_.is_open()) return;
      if (!error) take(std::move(socket));
      const bool exhausted = error == ErrorCode(EMFILE, boost::system::system_category()) ||
                             error == ErrorCode(ENFILE, boost::system::system_category()) ||
                             error == asio::error::no_memory || error == asio::error::no_buffer_space;
      exhausted ? accept_later() : accept();
    });
  }

  /// Without file descriptors left, accepting fails at once and for ever; it would keep the thread from its work.
  void accept_later() {
    back_off_.expires_after(kAcceptBackOff);
    back_off_.async_wait([this](const ErrorCode& error) {
      if (!error && acceptor_.is_open()) accept();
    });
  }

  void take(Socket socket) {
    ErrorCode error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) return;  // gone already
    auto peer = endpoint.address().to_string();
    ++Engine::counters.connections;
    if (is_full_for(peer)) return turn_away(std::move(socket));
    ++of_address_[peer];
    ++Engine::counters.open_connections;
    auto connection = tls_ ? tls_connection(*this, std::move(socket), std::move(peer), *tls_)
                           : plain_connection(*this, std::move(socket), std::move(peer));
    open_.push_back(*connection);
    connection->begin();
  }

  bool is_full_for(const std::string& peer) const {
    if (Engine::counters.open_connections >= static_cast<std::uint64_t>(settings.most_connections)) return true;
    const auto found = of_address_.find(peer);
    return !settings.trust_proxy && found != of_address_.end() &&
           found->second >= settings.most_connections_of_one_address;
  }

  void turn_away(Socket socket) {
    ++Engine::counters.refused;
    if (tls_) return;
    ErrorCode ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(kServerFull), ignored);
    socket.shutdown(Socket::shutdown_both, ignored);
  }

  void submit(std::shared_ptr<Connection> connection) override { workers_->submit(std::move(connection)); }

  void closed(Connection& connection) override {
    --Engine::counters.open_connections;
    const auto found = of_address_.find(connection.peer());
    if (found != of_address_.end() && --found->second == 0) of_address_.erase(found);
    if (stopping && Engine::counters.open_connections == 0) loop_.stop();
  }

  void empty_mailbox() {
    auto mail = mailbox_.take();
    for (auto& connection : mail.worked) connection->worked();
    for (const auto& [topic, text] : mail.events) hub.publish(topic, text);
  }

  void for_all_open(void (Connection::*act)()) {
    std::vector<std::shared_ptr<Connection>> all;
    for (auto& connection : open_) all.push_back(connection.shared_from_this());
    for (const auto& connection : all) ((*connection).*act)();
  }

  void begin_to_stop() {
    stopping = true;
    ErrorCode ignored;
    acceptor_.close(ignored);
    for_all_open(&Connection::stop);
    if (Engine::counters.open_connections == 0) return loop_.stop();
    last_call_.expires_after(settings.stop_deadline);
    last_call_.async_wait([this](const ErrorCode& error) {
      if (!error) for_all_open(&Connection::cut);
    });
  }

  std::optional<asio::ssl::context> tls_;
  asio::io_context loop_;
  Acceptor acceptor_;
  Timer tick_, back_off_, last_call_;
  std::uint16_t port_ = 0;
  OpenConnections open_;
  std::unordered_map<std::string, int> of_address_;
  Mailbox mailbox_;
  std::unique_ptr<WorkerPool> workers_;
  std::mutex stopping_mutex_;
  std::thread thread_;
};

}  // namespace

std::unique_ptr<Server> Server::start(const ServerSettings& settings, Application& application) {
  std::signal(SIGPIPE, SIG_IGN);  // a client that went away while a file is sent must not end the program
  return std::make_unique<TcpServer>(settings, application);
}

}  // namespace haidang::http
