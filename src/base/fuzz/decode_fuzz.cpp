// SPDX-License-Identifier: Apache-2.0
// Any bytes: decode_text either rejects them or gives clean NFC text that decodes to itself.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/encoding.hpp"
#include "base/vietnamese.hpp"

using namespace haidang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto encoding :
       {Encoding::Utf16LittleEndian, Encoding::Utf16BigEndian, Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni})
    (void)decode_text_as(bytes, encoding);
  const auto decoded = decode_text(bytes);
  if (!decoded) return 0;
  const auto& text = decoded->text;
  if (to_nfc(text) != text) std::abort();
  if (text.find('\r') != std::string::npos || text.find('\0') != std::string::npos) std::abort();
  const auto again = decode_text_as(text, Encoding::Utf8);
  if (again && again->text != text) std::abort();
  return 0;
}
