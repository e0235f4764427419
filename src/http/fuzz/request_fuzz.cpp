// SPDX-License-Identifier: Apache-2.0
// Any bytes on a connection: parser, framing, router, gate, handlers and answers. Whatever comes, the server sends
// whole answers and closes; and the answers do not depend on how the bytes were cut into pieces.
#include <cstdint>
#include <cstdlib>

#include "conversation.hpp"

using namespace haidang::http::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = conversation(bytes, size + 1);
  for (const int status : whole)
    if (status < 200 || status > 599) std::abort();
  if (conversation(bytes, 1 + size % 13) != whole) std::abort();
  return 0;
}
