// SPDX-License-Identifier: Apache-2.0
#include "text_plausibility.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <unordered_set>

#include "base/vietnamese.hpp"
#include "cased_words.hpp"

namespace haidang {
namespace {

/// Words that stand in every Vietnamese page; they tell "có" from "cú" when a file is one line long.
const std::unordered_set<std::u32string>& common_words() {
  static const auto all = [] {
    std::unordered_set<std::u32string> found;
    std::istringstream words(
        "và của các có được là cho trong với không những đã này một người để từ về tại theo đến nước năm tháng ngày "
        "tỉnh huyện xã sở bộ số thành phố ủy tịch chủ quyết định chính phủ hà nội việt việc thực hiện tổ chức cộng "
        "hòa hội nghĩa độc lập tự hạnh phúc trên dưới phải trước sau đơn vị báo cáo chỉ thị đồng kế hoạch nhân dân");
    for (std::string word; words >> word;) found.insert(decode_utf8(word));
    return found;
  }();
  return all;
}

/// Belongs to a word, or stands inside one because the encoding is the wrong one.
bool is_wordlike(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  if (c == U'\u00A0' || c == U'\u00AD' || c == U'«' || c == U'»' || c == U'°' || c == U'²' || c == U'³') return false;
  return c < 0x2000 || c > 0x206F;  // general punctuation: dashes, quotation marks, bullets
}

}  // namespace

double Plausibility::share() const {
  return marked_words == 0 ? 0 : std::min(1.0, syllables / static_cast<double>(marked_words));
}

Plausibility plausibility_of(std::u32string_view text) {
  Plausibility result;
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    bool marked = false;
    for (; i < text.size() && is_wordlike(text[i]); ++i) marked = marked || text[i] >= 0x80;
    if (i == begin) ++i;
    if (!marked) continue;
    ++result.marked_words;
    const auto word = lower_word(text.substr(begin, i - begin));
    if (common_words().contains(word))
      result.syllables += 2;
    else if (is_vietnamese_syllable(word))
      result.syllables += 1;
  }
  return result;
}

bool looks_written(std::u32string_view text) {
  std::size_t odd = 0;
  for (const char32_t c : text) {
    if ((c >= 0x20 && c < 0x7F) || is_letter(c)) continue;
    const auto type = u_charType(static_cast<UChar32>(c));
    const bool control = type == U_CONTROL_CHAR && !(c >= 0x09 && c <= 0x0D);
    if (control || c == 0xFFFD || type == U_UNASSIGNED || type == U_SURROGATE) ++odd;
  }
  constexpr std::size_t kOneIn = 50;
  return odd * kOneIn <= text.size();
}

}  // namespace haidang
