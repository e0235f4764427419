// SPDX-License-Identifier: Apache-2.0
#include "event_hub.hpp"

namespace haidang::http {

void EventHub::subscribe(Subscriber& subscriber, const std::vector<std::string>& topics) {
  for (const auto& topic : topics) topics_[topic].insert(&subscriber);
}

void EventHub::unsubscribe(Subscriber& subscriber, const std::vector<std::string>& topics) {
  for (const auto& topic : topics) {
    const auto found = topics_.find(topic);
    if (found == topics_.end()) continue;
    found->second.erase(&subscriber);
    if (found->second.empty()) topics_.erase(found);
  }
}

void EventHub::publish(const std::string& topic, const SharedText& text) {
  const auto found = topics_.find(topic);
  if (found == topics_.end()) return;
  // A copy, because a subscriber that is cut off leaves while it is delivered to.
  const std::vector<Subscriber*> subscribers(found->second.begin(), found->second.end());
  for (auto* subscriber : subscribers) subscriber->deliver(text);
}

std::string encode_event(std::string_view event, std::string_view data) {
  std::string text = "event: ";
  for (const char c : event) text += c == '\n' || c == '\r' ? ' ' : c;
  text += "\ndata: ";
  for (const char c : data) {
    if (c == '\r') continue;
    text += c;
    if (c == '\n') text += "data: ";
  }
  return text += "\n\n";
}

}  // namespace haidang::http
