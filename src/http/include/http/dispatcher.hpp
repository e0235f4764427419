// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "http/assets.hpp"
#include "http/gate.hpp"
#include "http/route.hpp"
#include "http/server.hpp"
#include "platform/clock.hpp"

namespace haidang::http {

/// One request, for logs and metrics. It holds no personal data: the route instead of the path, the account by number.
struct Observation {
  Method method;
  std::string_view route;  ///< as declared, "/api/documents/{document}"; "assets", or "" when there is none
  int status;
  std::chrono::microseconds duration;  ///< in the program, without the network
  std::uint64_t bytes_received;
  std::uint64_t bytes_sent;  ///< of the body before compression; 0 for files and event streams
  std::string_view request_id;
  std::optional<AccountId> account;
  const Rejection* rejection;  ///< null when the answer is none
  std::string_view fault;      ///< what an exception said
};

/// The program behind the server: finds the route, asks the gate, holds the request against the declaration (JSON body,
/// query parameters), runs the handler, and turns rejections and exceptions into problems. It is the one place that
/// catches what handlers throw.
class Dispatcher : public Application {
 public:
  struct Parts {
    const Router& router;
    Gate& gate;
    const platform::Clock& clock;
    const Assets* assets = nullptr;
    /// Exceptions of the program that a person should hear about in other words than ServerFault, such as a database
    /// that is away.
    std::function<std::optional<Rejection>(const std::exception&)> rejection_of_fault{};
    std::function<void(const Observation&)> observe{};  ///< on the thread that answered; must not block
  };
  explicit Dispatcher(Parts parts) : parts_(std::move(parts)) {}

  Plan plan(const Request& head) override;
  std::optional<Response> refuse(Request& head) override;
  Response respond(Request&) override;

 private:
  struct Answer;
  Answer answer(Request&);
  void call_handler(const Route&, Request&, Answer&);
  Result<std::optional<Actor>> admit(const Route&, const Request&, Instant now);
  void without_route(const Request&, const Router::Match&, Answer&);
  template <class Work>
  void guarded(Request&, Answer&, Work);
  void observe(const Request&, const Answer&, std::chrono::steady_clock::time_point start) const;

  Parts parts_;
};

}  // namespace haidang::http
