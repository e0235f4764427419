// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <memory>

#include "deadlines.hpp"
#include "event_hub.hpp"
#include "http/server.hpp"

namespace haidang::http {

class Connection;

/// What all connections of a server share. Everything here belongs to the network thread; the counters may be read from
/// others.
class Engine {
 public:
  Engine(ServerSettings its_settings, Application& its_application)
      : settings(std::move(its_settings)), application(its_application), deadlines(Clock::now()) {}
  virtual ~Engine() = default;
  /// Has a worker call `work` of the connection, then the network thread `worked`.
  virtual void submit(std::shared_ptr<Connection>) = 0;
  virtual void closed(Connection&) = 0;

  const ServerSettings settings;
  Application& application;
  Deadlines deadlines;
  EventHub hub;
  bool stopping = false;
  struct {
    std::atomic<std::uint64_t> requests{0}, connections{0}, open_connections{0}, subscribers{0}, refused{0},
        timed_out{0};
  } counters;
};

}  // namespace haidang::http
