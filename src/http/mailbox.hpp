// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "event_hub.hpp"

namespace haidang::http {

class Connection;

/// What other threads have for the network thread. It is called once for whatever gathers until it comes.
class Mailbox {
 public:
  struct Mail {
    std::vector<std::shared_ptr<Connection>> worked;
    std::vector<std::pair<std::string, SharedText>> events;
  };

  explicit Mailbox(std::function<void()> call) : call_(std::move(call)) {}

  void put(std::shared_ptr<Connection> worked) {
    add([&](Mail& mail) { mail.worked.push_back(std::move(worked)); });
  }
  void put(std::string topic, SharedText event) {
    add([&](Mail& mail) { mail.events.emplace_back(std::move(topic), std::move(event)); });
  }
  Mail take() {
    const std::lock_guard lock(mutex_);
    called_ = false;
    return std::exchange(mail_, {});
  }

 private:
  template <class Add>
  void add(Add add) {
    {
      const std::lock_guard lock(mutex_);
      add(mail_);
      if (std::exchange(called_, true)) return;
    }
    call_();
  }

  std::function<void()> call_;
  std::mutex mutex_;
  Mail mail_;
  bool called_ = false;
};

}  // namespace haidang::http
