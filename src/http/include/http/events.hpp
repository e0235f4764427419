// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace haidang::http {

/// Server-sent events. `publish` may be called from any thread and never blocks; a subscriber that cannot keep up is
/// cut off and reconnects. Topics are cheap names: "tenant/1/document/42". An event tells that something changed; the
/// client then asks again with its own permissions.
class Events {
 public:
  virtual ~Events() = default;
  virtual void publish(std::string_view topic, std::string_view event, std::string_view data) = 0;
};

}  // namespace haidang::http
