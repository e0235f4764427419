// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/encoding.hpp"

namespace haidang {

/// What a byte that means nothing in an encoding becomes.
inline constexpr char32_t kNoCharacter = 0xFFFD;

/// Bytes of an 8-bit encoding as code points, vowels and tones composed. For TCVN3 the letters come as the bytes say,
/// that is, toned capitals in lower case; `restore_capitals` is the second step.
std::u32string decode_legacy(std::string_view bytes, Encoding);

/// The bytes of one NFC character; nothing when the encoding has none. TCVN3 has no toned capitals: they get the bytes
/// of the small letters, as offices wrote them, with a font of capitals.
std::optional<std::string> encode_legacy(char32_t, Encoding);

}  // namespace haidang
