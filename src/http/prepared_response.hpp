// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.hpp"

namespace haidang::http {

/// A file descriptor that closes itself.
class OpenFile {
 public:
  OpenFile() = default;
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile();
  OpenFile(OpenFile&& other) noexcept : descriptor_(other.release()) {}
  OpenFile& operator=(OpenFile&&) noexcept;
  int descriptor() const { return descriptor_; }  ///< -1: none
  int release() { return std::exchange(descriptor_, -1); }

 private:
  int descriptor_ = -1;
};

enum class Persistence { KeepAlive, Close };

/// An answer ready for the wire: the head as bytes, then a text, a view or a part of a file. `prepare` may take time
/// (packing, opening a file), so it runs where the handler ran; the network thread only sends.
struct PreparedResponse {
  int status = 200;
  std::string head;                                ///< up to and including the empty line
  std::string text;                                ///< the body, unless it is `view` or a file
  std::string_view view;                           ///< of memory that outlives the server
  OpenFile file;                                   ///< the body is `length` bytes of it from `offset`
  std::uint64_t offset = 0, length = 0;            ///< length of the body in any form
  std::optional<std::vector<std::string>> topics;  ///< an event stream follows instead of a body
  Persistence persistence = Persistence::KeepAlive;

  std::string_view body() const { return view.data() ? view : std::string_view(text); }
};

/// Answers conditions (If-None-Match), a single byte range, HEAD; packs text with gzip; adds the standing fields.
PreparedResponse prepare(const Request&, Response, Persistence);

}  // namespace haidang::http
