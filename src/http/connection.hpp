// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/intrusive/list.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine.hpp"
#include "prepared_response.hpp"
#include "request_reader.hpp"
#include "spool_file.hpp"
#include "worker_pool.hpp"

namespace haidang::http {

struct OpenConnectionsTag;
using InOpenConnections = boost::intrusive::list_base_hook<boost::intrusive::tag<OpenConnectionsTag>,
                                                           boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

/// The life of one connection, whatever carries its bytes: one request after the other, so that pipelined answers come
/// in order.
///
///   Idle → Head → [Asking] → Body ⇄ Spooling → Handling → Sending → Idle …
///                                                 └→ Streaming (events)
///   a refusal, or the last answer: Sending → Lingering → Closed
///
/// It lives on the network thread; only `work` runs on a worker, in Asking, Spooling and Handling, when the network
/// thread leaves the request alone. shared_ptr: what is under way (a read, a job) keeps it alive.
class Connection : public std::enable_shared_from_this<Connection>,
                   public Job,
                   public Subscriber,
                   public Timed,
                   public InOpenConnections {
 public:
  Connection(Engine& engine, std::string peer) : engine_(engine), peer_(std::move(peer)) {}

  virtual void begin() { proceed(); }
  void stop();  ///< no further request; a running one may end
  void cut();   ///< at once
  void work() override;
  void worked();
  void deliver(const SharedText&) override;
  void deadline_passed() override;
  const std::string& peer() const { return peer_; }

 protected:
  /// What is to be sent: head, then body, then the part of the file. The views live until `sent`.
  struct Output {
    std::string_view head, body;
    int file = -1;
    std::uint64_t offset = 0, length = 0;  ///< of the file
  };
  // The transport calls these, also from within `receive` and `send`.
  void received(std::string_view bytes);
  void input_ended();
  void sent();
  void broke() { cut(); }
  // And does these.
  virtual void receive() = 0;  ///< some bytes, then `received`, `input_ended` or `broke`; no second one before
  virtual void send(const Output&) = 0;  ///< all of it, then `sent` or `broke`
  virtual void end_output() = 0;         ///< the peer is told that nothing more comes
  virtual void close() = 0;              ///< neither `received` nor `sent` afterwards
  Engine& engine() { return engine_; }
  void arm(std::chrono::milliseconds span) { arm_at(Clock::now() + span); }
  void arm_at(Clock::time_point deadline) { engine_.deadlines.arm(*this, deadline); }

 private:
  enum class Stage { Idle, Head, Asking, Body, Spooling, Handling, Sending, Streaming, Lingering, Closed };

  void proceed();
  bool step();  ///< whether there may be more to do at once
  bool start_request();
  bool read_head();
  bool take_head();
  bool read_body();
  bool body_arrived();
  bool hand_to_worker(Stage);
  void respond();
  bool handle();
  void asked();
  void spooled();
  bool finish_body();
  void refuse(const Rejection&);
  void start_sending(PreparedResponse);
  void answer_sent();
  void linger();
  void start_stream();
  void send_events();
  void identify(Request&);
  std::chrono::milliseconds time_for(std::uint64_t bytes) const;
  std::chrono::milliseconds body_time() const;
  Persistence persistence() const;
  void want_input();

  Engine& engine_;
  std::string peer_;
  Stage stage_ = Stage::Idle;
  Stage job_ = Stage::Idle;  ///< what the worker does; the stage may become Closed meanwhile
  bool proceeding_ = false, again_ = false;
  bool receiving_ = false;
  bool input_ended_ = false;
  bool sending_events_ = false;
  bool sending_continue_ = false;
  std::string input_;
  std::optional<RequestReader> reader_;
  Application::Plan plan_;
  std::optional<Response> refusal_;
  Clock::time_point body_deadline_{};  ///< fixed when the head is read; kept while a worker has the request
  std::optional<SpoolFile> spool_;
  int spool_error_ = 0;
  PreparedResponse prepared_;
  Clock::time_point stream_end_{};
  std::deque<SharedText> events_;
  std::size_t events_size_ = 0;
  std::vector<std::string> topics_;
};

}  // namespace haidang::http
