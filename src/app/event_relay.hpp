// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>

#include "http/events.hpp"

namespace haidang::app {

/// What modules publish to. Routes are made before the server that carries their events; until it runs, and after it
/// has stopped, nobody listens.
class EventRelay : public http::Events {
 public:
  void carry_to(http::Events* target) { target_.store(target); }
  void publish(std::string_view topic, std::string_view event, std::string_view data) override {
    if (auto* target = target_.load()) target->publish(topic, event, data);
  }

 private:
  std::atomic<http::Events*> target_{nullptr};
};

}  // namespace haidang::app
