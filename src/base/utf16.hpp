// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace haidang {

enum class ByteOrder { Little, Big };

/// Nothing when the bytes are odd in number, or a surrogate stands alone.
std::optional<std::u32string> decode_utf16(std::string_view bytes, ByteOrder);
std::string encode_utf16(std::u32string_view, ByteOrder);

}  // namespace haidang
