// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/vietnamese.hpp"
#include "recognised_words.hpp"

namespace haidang::documents {
namespace {

struct Slip {
  std::string_view read, meant;
};

/// Characters that Vietnamese papers do not have.
constexpr std::array kCharacters{Slip{"—", "–"}, Slip{"Đ\u00d0", "Đ"}, Slip{"\u00d0Đ", "Đ"}, Slip{"\u00d0", "Đ"},
                                 Slip{"\u00f0", "đ"}};

/// Two words of which the first, misread, means nothing before the second.
struct PairSlip {
  std::string_view read, next, meant;
  std::string_view unless_then;  ///< a third word with which the reading is right
};

constexpr std::array kPairs{PairSlip{"chỉ", "tiết", "chi", "kiệm"}, PairSlip{"chỉ", "cục", "chi", ""},
                            PairSlip{"chỉ", "phí", "chi", ""},      PairSlip{"chỉ", "nhánh", "chi", ""},
                            PairSlip{"Chỉ", "cục", "Chi", ""},      PairSlip{"Chỉ", "nhánh", "Chi", ""}};
constexpr PairSlip kSecurity{"an", "nỉnh", "ninh", ""};

bool is_word(const Word& word, std::string_view text) {
  const std::string lower = to_lower(word.text);
  return lower.starts_with(text) && std::none_of(lower.begin() + static_cast<long>(text.size()), lower.end(),
                                                 [](char c) { return (c >= 'a' && c <= 'z') || c < 0; });
}

}  // namespace

void mend_words(std::vector<Word>& line) {
  for (auto& word : line)
    for (const auto& [read, meant] : kCharacters)
      for (auto at = word.text.find(read); at != std::string::npos; at = word.text.find(read, at + meant.size()))
        word.text.replace(at, read.size(), meant);
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    for (const auto& slip : kPairs) {
      const bool right = !slip.unless_then.empty() && i + 2 < line.size() && is_word(line[i + 2], slip.unless_then);
      if (line[i].text == slip.read && is_word(line[i + 1], slip.next) && !right) line[i].text = slip.meant;
    }
    if (is_word(line[i], kSecurity.read) && is_word(line[i + 1], kSecurity.next))
      line[i + 1].text.replace(0, kSecurity.next.size(), kSecurity.meant);
  }
}

}  // namespace haidang::documents
