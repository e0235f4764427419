// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace haidang {

/// The encodings Vietnamese offices have used. TCVN3 (ABC) and VNI are 8-bit font encodings of the 1990s;
/// in TCVN3 most capital letters with marks were made with a second font, so capitals are restored from context.
enum class Encoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1258, Tcvn3, Vni };

std::string_view name_of(Encoding);

struct DecodedText {
  std::string text;  ///< UTF-8, NFC, line ends as \n, no byte-order mark
  Encoding encoding = Encoding::Utf8;
  double confidence = 1;  ///< 0 to 1: how clearly this encoding beat the next best; 0.2 for western European text
};

/// Finds the encoding by itself: the one whose reading makes Vietnamese syllables. English or French text of Windows is
/// read as Windows-1258, which shares their letters. A few damaged bytes become U+FFFD. Rejects NotText: binary data,
/// or bytes that read as Vietnamese in no encoding.
Result<DecodedText> decode_text(std::string_view bytes);
/// Decodes with a known encoding. Rejects NotText when the bytes are impossible in it.
Result<DecodedText> decode_text_as(std::string_view bytes, Encoding);
/// The reverse, for tests and exports. UTF-16 begins with its mark. In TCVN3 toned capitals get the bytes of small
/// letters, as offices wrote them. Characters the encoding lacks are rejected (NotInEncoding).
Result<std::string> encode_text_as(std::string_view utf8, Encoding);

}  // namespace haidang
