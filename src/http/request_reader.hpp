// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/rejection.hpp"
#include "http/message.hpp"

namespace haidang::http {

/// Bytes of a connection to one request. It knows nothing of sockets, so it can be tested and fuzzed with plain text.
/// Whatever two programs in a row might read differently is refused: two lengths, a length and chunks, an unknown
/// coding, no host or two, a space before a colon.
class RequestReader {
 public:
  enum class Stage { Head, Body, Done, Broken };

  explicit RequestReader(std::size_t header_limit);
  ~RequestReader();

  /// How many of the bytes were taken. Stops where the head ends, and where the request ends. What was not taken must
  /// be given again, with more after it.
  std::size_t take(std::string_view bytes);
  Stage stage() const;
  const Rejection& rejection() const { return *rejection_; }  ///< when it is Broken

  Request& request() { return request_; }
  /// Of the body; nothing for a chunked one.
  std::optional<std::uint64_t> declared_length() const;
  bool keep_alive() const;
  bool expects_continue() const { return expects_continue_; }
  /// From now on a body longer than this is refused with the code.
  void limit_body(std::uint64_t most, Code when_longer);
  std::uint64_t body_received() const { return body_received_; }

 private:
  class Parser;
  std::size_t size_of_head(std::string_view bytes);  ///< 0: it is not whole
  std::size_t take_head(std::string_view head);
  std::size_t take_body(std::string_view bytes);
  Rejection too_large() const;
  std::optional<Rejection> wrong_fields() const;
  std::optional<Rejection> wrong_body_length() const;
  void end_head();
  void add_body(std::string_view);
  void break_off(Rejection);

  Request request_;
  std::unique_ptr<Parser> parser_;
  std::optional<Rejection> rejection_;
  std::size_t header_limit_;
  std::size_t searched_ = 0;  ///< of the head, for the empty line
  std::uint64_t body_limit_ = UINT64_MAX;
  std::uint64_t body_received_ = 0;
  Code when_longer_ = Code::BodyTooLarge;
  int version_ = 11;  ///< 10 or 11
  bool expects_continue_ = false;
  bool head_ended_ = false;
};

}  // namespace haidang::http
