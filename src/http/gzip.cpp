// SPDX-License-Identifier: Apache-2.0
#include "gzip.hpp"

#include <zlib.h>

#include "base/ensure.hpp"

namespace haidang::http {

std::string gzip(std::string_view text) {
  constexpr int kLevel = 4;  // quicker than the usual 6, nearly as small
  constexpr int kGzipWrapper = 15 + 16, kMemory = 8;
  z_stream stream{};
  ensure(deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWrapper, kMemory, Z_DEFAULT_STRATEGY) == Z_OK,
         "zlib takes its parameters");
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int result = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  ensure(result == Z_STREAM_END, "the bound of zlib holds");
  return packed;
}

}  // namespace haidang::http
