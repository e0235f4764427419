// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::http {

/// One encoded event goes to many subscribers, so they share it.
using SharedText = std::shared_ptr<const std::string>;

class Subscriber {
 public:
  virtual ~Subscriber() = default;
  virtual void deliver(const SharedText&) = 0;
};

/// Who listens to which topic. Belongs to the network thread.
class EventHub {
 public:
  void subscribe(Subscriber&, const std::vector<std::string>& topics);
  void unsubscribe(Subscriber&, const std::vector<std::string>& topics);
  void publish(const std::string& topic, const SharedText&);

 private:
  std::map<std::string, std::set<Subscriber*>, std::less<>> topics_;
};

/// "event: changed\ndata: …\n\n", one data line for each line.
std::string encode_event(std::string_view event, std::string_view data);

}  // namespace haidang::http
