// SPDX-License-Identifier: Apache-2.0
// Feeds arbitrary bytes to the Word reader: a file of parts parted by form feeds is zipped first, so that the fuzzer
// works on the XML and not on check sums; anything else goes in as it is.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "docx_reader.hpp"
#include "tests/docx_building.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace haidang::documents;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  ReadLimits limits;
  limits.unpacked_bytes = 4 << 20;
  limits.text_bytes = 1 << 20;
  if (bytes.starts_with("PK")) {
    (void)read_docx(bytes, limits);
    return 0;
  }
  const auto first = bytes.find('\f'), second = first == std::string::npos ? first : bytes.find('\f', first + 1);
  const auto part = [&](std::size_t begin, std::size_t end) {
    return begin == std::string::npos ? std::string() : bytes.substr(begin + 1, end - begin - 1);
  };
  (void)read_docx(docx_of(bytes.substr(0, first), part(first, second), part(second, bytes.size())), limits);
  return 0;
}
