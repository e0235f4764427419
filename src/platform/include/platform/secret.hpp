// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>

namespace haidang::platform {

/// A password, a key, a token: a text that no log, message or JSON can take by mistake, because all it offers is
/// `reveal()`. Its memory is cleared when it goes.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string text) : text_(std::move(text)) {}
  Secret(const Secret&) = default;
  Secret(Secret&& other) noexcept : text_(std::exchange(other.text_, {})) {}
  Secret& operator=(Secret other) noexcept {
    text_.swap(other.text_);
    return *this;
  }
  ~Secret();
  const std::string& reveal() const { return text_; }

 private:
  std::string text_;
};

}  // namespace haidang::platform
