// SPDX-License-Identifier: Apache-2.0
#include "connection.hpp"

#include <cerrno>

#include "base/ensure.hpp"
#include "field_text.hpp"
#include "standing_fields.hpp"

namespace haidang::http {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kSpoolPiece = 256 * 1024;
constexpr milliseconds kLingerTime{2'000};
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

const SharedText& heartbeat() {
  static const SharedText text = std::make_shared<const std::string>(":\n\n");
  return text;
}

const SharedText& greeting() {
  static const SharedText text = std::make_shared<const std::string>("retry: 2000\n\n");
  return text;
}

}  // namespace

/// The transport may answer from within a call, and a client may send hundreds of requests at once; so steps are a loop
/// and never nest.
void Connection::proceed() {
  if (proceeding_) return void(again_ = true);
  const auto keep = shared_from_this();
  proceeding_ = true;
  do {
    again_ = false;
    while (step()) continue;
  } while (again_);
  proceeding_ = false;
}

bool Connection::step() {
  switch (stage_) {
    case Stage::Idle:
      return start_request();
    case Stage::Head:
      return read_head();
    case Stage::Body:
      return read_body();
    case Stage::Asking:
    case Stage::Spooling:
    case Stage::Handling:
    case Stage::Sending:
    case Stage::Streaming:
    case Stage::Lingering:
    case Stage::Closed:
      return false;
  }
  return false;
}

void Connection::want_input() {
  if (input_ended_) return cut();
  if (receiving_) return;
  receiving_ = true;
  receive();
}

void Connection::received(std::string_view bytes) {
  receiving_ = false;
  if (stage_ == Stage::Streaming || stage_ == Stage::Lingering) return want_input();  // of no interest any more
  input_.append(bytes);
  proceed();
}

/// The client may have ended its half only: what it asked for before is still answered.
void Connection::input_ended() {
  receiving_ = false;
  input_ended_ = true;
  const bool waiting = stage_ == Stage::Idle || stage_ == Stage::Head || stage_ == Stage::Body;
  if (waiting || stage_ == Stage::Streaming || stage_ == Stage::Lingering) cut();
}

bool Connection::start_request() {
  while (input_.starts_with("\r\n")) input_.erase(0, 2);  // some clients end a body with a line too many
  if (input_.empty() || input_ == "\r") {
    if (engine_.stopping) return cut(), false;
    input_.shrink_to_fit();
    arm(engine_.settings.idle_deadline);
    want_input();
    return false;
  }
  reader_.emplace(engine_.settings.header_limit);
  stage_ = Stage::Head;
  arm(engine_.settings.head_deadline);
  return true;
}

bool Connection::read_head() {
  input_.erase(0, reader_->take(input_));
  if (reader_->stage() == RequestReader::Stage::Broken) return refuse(reader_->rejection()), false;
  if (reader_->stage() != RequestReader::Stage::Head) return take_head();
  want_input();
  return false;
}

/// Behind a proxy, the last address it added is the one that it saw itself.
void Connection::identify(Request& request) {
  request.id = request_id_of(request);
  request.peer = peer_;
  request.secure = !engine_.settings.certificate.empty();
  if (!engine_.settings.trust_proxy) return;
  const auto addresses = split(request.headers.find("X-Forwarded-For"), ',');
  if (!addresses.empty()) request.peer = std::string(addresses.back());
  request.secure = request.secure || equal_ignoring_case(request.headers.find("X-Forwarded-Proto"), "https");
}

milliseconds Connection::time_for(std::uint64_t bytes) const {
  return milliseconds(bytes * 1000 / engine_.settings.least_bytes_per_second);
}

milliseconds Connection::body_time() const {
  const auto& settings = engine_.settings;
  if (!plan_.takes_upload) return settings.body_deadline / 4;
  return settings.body_deadline + time_for(reader_->declared_length().value_or(settings.upload_limit));
}

bool Connection::take_head() {
  ++engine_.counters.requests;
  auto& request = reader_->request();
  identify(request);
  plan_ = engine_.application.plan(request);
  const auto& settings = engine_.settings;
  reader_->limit_body(plan_.takes_upload ? settings.upload_limit : settings.body_limit,
                      plan_.takes_upload ? Code::UploadTooLarge : Code::BodyTooLarge);
  if (reader_->stage() == RequestReader::Stage::Broken) return refuse(reader_->rejection()), false;
  body_deadline_ = Clock::now() + body_time();
  arm_at(body_deadline_);
  const bool whole = reader_->stage() == RequestReader::Stage::Done;
  if (!whole && (plan_.takes_upload || reader_->expects_continue())) return hand_to_worker(Stage::Asking);
  stage_ = Stage::Body;
  return true;
}

bool Connection::hand_to_worker(Stage stage) {
  stage_ = job_ = stage;
  engine_.deadlines.disarm(*this);
  engine_.submit(shared_from_this());
  return false;
}

void Connection::work() {
  auto& request = reader_->request();
  if (job_ == Stage::Asking) {
    refusal_ = engine_.application.refuse(request);
  } else if (job_ == Stage::Spooling) {
    if (!spool_) spool_.emplace(engine_.settings.spool_folder);
    spool_error_ = spool_->write(request.body);
    request.body.clear();
  } else {
    respond();
  }
}

void Connection::respond() {
  auto& request = reader_->request();
  prepared_ = prepare(request, engine_.application.respond(request), persistence());
}

void Connection::worked() {
  if (stage_ == Stage::Asking) {
    asked();
  } else if (stage_ == Stage::Spooling) {
    spooled();
  } else if (stage_ == Stage::Handling) {
    start_sending(std::move(prepared_));
  }
  proceed();
}

void Connection::asked() {
  if (refusal_) {
    auto refusal = std::move(*refusal_);
    refusal_.reset();
    return start_sending(prepare(reader_->request(), std::move(refusal), Persistence::Close));
  }
  arm_at(body_deadline_);
  stage_ = Stage::Body;
  if (!reader_->expects_continue() || !input_.empty()) return;
  stage_ = Stage::Sending;
  sending_continue_ = true;
  send({.head = kContinue, .body = {}});
}

bool Connection::read_body() {
  auto& request = reader_->request();
  if (reader_->stage() == RequestReader::Stage::Body) input_.erase(0, reader_->take(input_));
  if (reader_->stage() == RequestReader::Stage::Broken) return refuse(reader_->rejection()), false;
  const bool whole = reader_->stage() == RequestReader::Stage::Done;
  const bool to_be_written = request.body.size() >= kSpoolPiece || (whole && (!request.body.empty() || !spool_));
  if (plan_.takes_upload && to_be_written) return hand_to_worker(Stage::Spooling);
  if (whole) return handle();
  want_input();
  return false;
}

void Connection::spooled() {
  if (spool_error_ == 0) {
    stage_ = Stage::Body;
    return arm_at(body_deadline_);
  }
  const auto& request = reader_->request();
  const bool full = spool_error_ == ENOSPC || spool_error_ == EDQUOT || spool_error_ == EFBIG;
  refuse(full ? Rejection{Code::DiskFull, {}, {}}
              : Rejection{Code::UploadNotSaved, {{"request", request.id}}, std::to_string(spool_error_)});
}

bool Connection::handle() {
  if (spool_) reader_->request().spooled = spool_->body();
  spool_.reset();
  if (!plan_.answered_inline) return hand_to_worker(Stage::Handling);
  respond();
  start_sending(std::move(prepared_));
  return true;
}

Persistence Connection::persistence() const {
  return reader_->keep_alive() ? Persistence::KeepAlive : Persistence::Close;
}

/// The connection cannot go on after this, since nobody knows where the next request would begin.
void Connection::refuse(const Rejection& rejection) {
  ++engine_.counters.refused;
  auto& request = reader_->request();
  if (request.id.empty()) identify(request);
  start_sending(prepare(request, problem_response(rejection, request), Persistence::Close));
}

void Connection::start_sending(PreparedResponse prepared) {
  prepared_ = std::move(prepared);
  stage_ = Stage::Sending;
  if (prepared_.topics) return start_stream();
  arm(engine_.settings.write_deadline + time_for(prepared_.length));
  const int file = prepared_.file.descriptor();
  send({.head = prepared_.head,
        .body = prepared_.body(),
        .file = file,
        .offset = prepared_.offset,
        .length = file < 0 ? 0 : prepared_.length});
}

void Connection::sent() {
  if (stage_ == Stage::Streaming) {
    sending_events_ = false;
    return send_events();
  }
  if (sending_continue_) {
    sending_continue_ = false;
    stage_ = Stage::Body;
  } else {
    answer_sent();
  }
  proceed();
}

void Connection::answer_sent() {
  const bool last = prepared_.persistence == Persistence::Close || engine_.stopping;
  prepared_ = {};
  reader_.reset();
  spool_.reset();
  if (last) return linger();
  stage_ = Stage::Idle;
}

/// Closing at once, with input unread, would make the system take back what was sent: the client would see a reset
/// instead of the status.
void Connection::linger() {
  stage_ = Stage::Lingering;
  input_ = {};
  end_output();
  arm(engine_.stopping ? kLingerTime / 8 : kLingerTime);
  want_input();
}

void Connection::start_stream() {
  stage_ = Stage::Streaming;
  ++engine_.counters.subscribers;
  topics_ = std::move(*prepared_.topics);
  stream_end_ = Clock::now() + engine_.settings.stream_life;
  engine_.hub.subscribe(*this, topics_);
  reader_.reset();
  input_ = {};
  events_.push_back(std::make_shared<const std::string>(prepared_.head));
  events_.push_back(greeting());
  prepared_ = {};
  want_input();  // so that its end is noticed
  send_events();
}

void Connection::deliver(const SharedText& text) {
  if (stage_ != Stage::Streaming) return;
  const auto keep = shared_from_this();
  events_.push_back(text);
  events_size_ += text->size();
  if (events_size_ > engine_.settings.event_backlog) return cut();
  if (!sending_events_) send_events();
}

void Connection::send_events() {
  while (stage_ == Stage::Streaming && !sending_events_ && !events_.empty()) {
    sending_events_ = true;
    prepared_.text.clear();
    for (const auto& event : events_) prepared_.text += *event;
    events_.clear();
    events_size_ = 0;
    arm(engine_.settings.write_deadline);
    send({.head = prepared_.text, .body = {}});
  }
  if (stage_ == Stage::Streaming && !sending_events_) arm(engine_.settings.heartbeat);
}

void Connection::deadline_passed() {
  const auto keep = shared_from_this();
  if (stage_ == Stage::Streaming && !sending_events_) return Clock::now() < stream_end_ ? deliver(heartbeat()) : cut();
  ++engine_.counters.timed_out;
  if (stage_ == Stage::Head || stage_ == Stage::Body) {
    refuse(Rejection{Code::RequestTimedOut, {}, {}});
    return proceed();
  }
  cut();
}

void Connection::stop() {
  const auto keep = shared_from_this();
  if (stage_ == Stage::Streaming || stage_ == Stage::Idle) cut();
}

void Connection::cut() {
  if (stage_ == Stage::Closed) return;
  const auto keep = shared_from_this();
  if (stage_ == Stage::Streaming) {
    engine_.hub.unsubscribe(*this, topics_);
    --engine_.counters.subscribers;
  }
  engine_.deadlines.disarm(*this);
  InOpenConnections::unlink();
  close();
  engine_.closed(*this);
  stage_ = Stage::Closed;
}

}  // namespace haidang::http
