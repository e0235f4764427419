// SPDX-License-Identifier: Apache-2.0
#include "tones.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace haidang {
namespace {

constexpr std::array<std::u32string_view, 24> kRows{U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ", U"êềểễếệ", U"iìỉĩíị",
                                                    U"oòỏõóọ", U"ôồổỗốộ", U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ",
                                                    U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"EÈẺẼÉẸ", U"ÊỀỂỄẾỆ", U"IÌỈĨÍỊ",
                                                    U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ", U"ƠỜỞỠỚỢ", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"YỲỶỸÝỴ"};

/// All toned vowels lie in Basic Latin to Latin Extended-B, or in Latin Extended Additional.
struct Place {
  unsigned char row = 0;  // 1-based; 0: no vowel
  unsigned char tone = 0;
};
constexpr char32_t kLowEnd = 0x200, kHighStart = 0x1EA0, kHighEnd = 0x1F00;

std::size_t slot_of(char32_t c) {
  if (c < kLowEnd) return c;
  return c >= kHighStart && c < kHighEnd ? kLowEnd + c - kHighStart : 0;
}

Place place_of(char32_t c) {
  static const auto places = [] {
    std::array<Place, kLowEnd + kHighEnd - kHighStart> table{};
    for (std::size_t row = 0; row < kRows.size(); ++row)
      for (std::size_t tone = 0; tone < kToneCount; ++tone)
        table[slot_of(kRows[row][tone])] = {static_cast<unsigned char>(row + 1), static_cast<unsigned char>(tone)};
    return table;
  }();
  return places[slot_of(c)];
}

}  // namespace

Toned split_tone(char32_t c) {
  const auto [row, tone] = place_of(c);
  return row == 0 ? Toned{c, 0} : Toned{kRows[row - 1U][0], tone};
}

char32_t with_tone(char32_t plain, std::size_t tone) {
  const auto row = place_of(plain).row;
  return row == 0 ? 0 : kRows[row - 1U][tone];
}

}  // namespace haidang
