// SPDX-License-Identifier: Apache-2.0
#include "documents/citations.hpp"

#include <algorithm>
#include <array>

namespace haidang::documents {
namespace {

bool is_joint(std::string_view key) {
  return key == "/" || key == "-";
}

/// Letters of a sign: "NĐ", "UBND", "TTg", "KSTTHC3", "QH14", never a lower-case word.
bool is_sign_part(const TokenText& text, std::size_t i) {
  return text.is_word(i) && text[i].capital && (text[i].all_capitals || text[i].end - text[i].begin <= 8);
}

/// From token i (a number) as far as a sign goes: "/2021/NĐ-CP", "/SNV-CCHC&PC", "-NQ/TU", "/2020/QH14".
std::size_t end_of_sign(const TokenText& text, std::size_t i) {
  std::size_t at = i + 1;
  if (text.is_word(at) && text.glued(at) && text[at].end - text[at].begin == 1) ++at;  // 12a/…
  bool letters = false;
  while (is_joint(text.key(at)) && (text.glued(at) || letters)) {
    const std::size_t part = at + 1;
    const bool glued = text.glued(part);
    if (text.is_number(part) && glued) {
      if (letters || text[part].key.size() != 4) break;
      at = part + 1;
      continue;
    }
    // A sign broken at the end of a line keeps a space: "SNV- CCHC&PC".
    if (!is_sign_part(text, part) || (!glued && !(text.key(at) == "-" && text.glued(at) && text[part].all_capitals)))
      break;
    letters = true;
    at = part + 1;
    while ((text.is_number(at) && text.glued(at)) || (text.key(at) == "&" && text.glued(at)) ||
           (text.key(at - 1) == "&" && is_sign_part(text, at) && text.glued(at)) ||
           (text.is_word(at) && text.glued(at) && text.is_number(at - 1)))
      ++at;
  }
  return letters ? at : i;
}

bool plausible_start(const TokenText& text, std::size_t i) {
  if (!text.is_number(i) || text[i].key.size() > 6) return false;
  if (i > 0 && text.glued(i) && (is_joint(text.key(i - 1)) || text.key(i - 1) == "." || text.key(i - 1) == ","))
    return false;
  return !(i > 0 && text.is_word(i - 1) && text.glued(i));
}

/// "ngày 27/5/2022", "(ngày 27 tháng 5 năm 2022)", "ngày 5.4.2022": the tokens behind `i`.
std::pair<std::size_t, std::size_t> date_behind(const TokenText& text, std::size_t i) {
  std::size_t at = i;
  if (text.key(at) == "(" || text.key(at) == ",") ++at;
  if (text.key(at) == "ký" || text.key(at) == "đề" || text.key(at) == "ban") ++at;
  if (text.key(at) == "hành") ++at;
  if (text.key(at) != "ngày" || !text.is_number(at + 1)) return {i, i};
  const std::size_t first = at;
  at += 2;
  if (text.key(at) == "tháng" && text.is_number(at + 1) && text.key(at + 2) == "năm" && text.is_number(at + 3))
    return {first, at + 4};
  const std::string_view joint = text.key(at);
  if ((joint == "/" || joint == "-" || joint == ".") && text.is_number(at + 1) && text.key(at + 2) == joint &&
      text.is_number(at + 3))
    return {first, at + 4};
  return {i, i};
}

std::string number_text(const TokenText& text, std::size_t first, std::size_t last) {
  std::string number(text.words(first, last));
  std::erase_if(number, [](char c) { return c == ' '; });
  for (const std::string_view dash : {"–", "—", "‑"})
    for (auto at = number.find(dash); at != std::string::npos; at = number.find(dash))
      number.replace(at, dash.size(), "-");
  return number;
}

}  // namespace

std::vector<Citation> find_citations(const TokenText& text) {
  std::vector<Citation> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!plausible_start(text, i)) continue;
    const std::size_t last = end_of_sign(text, i);
    if (last == i) continue;
    const auto [date_first, date_last] = date_behind(text, last);
    found.push_back({number_text(text, i, last), i, last, date_first, date_last});
    i = std::max(last, date_last) - 1;
  }
  return found;
}

namespace {

/// Behind these words a date belongs to the duty, no more to the law named before.
bool ends_law_name(std::string_view key) {
  static constexpr std::array<std::string_view, 12> kWords{";",    ".",    "trước", "đến", "trong", "hoàn",
                                                           "xong", "chậm", "hết",   "kể",  "vào",   "từ"};
  return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

}  // namespace

std::vector<bool> cited_tokens(const TokenText& text, const std::vector<Citation>& citations) {
  std::vector<bool> cited(text.size(), false);
  for (const Citation& citation : citations) {
    std::fill(cited.begin() + static_cast<std::ptrdiff_t>(citation.first),
              cited.begin() + static_cast<std::ptrdiff_t>(citation.last), true);
    std::fill(cited.begin() + static_cast<std::ptrdiff_t>(citation.date_first),
              cited.begin() + static_cast<std::ptrdiff_t>(citation.date_last), true);
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool law = text[i].capital && (text.key(i) == "luật" || (text.key(i) == "bộ" && text.key(i + 1) == "luật") ||
                                         (text.key(i) == "pháp" && text.key(i + 1) == "lệnh"));
    if (!law) continue;
    for (std::size_t at = i + 1; at < std::min(text.size(), i + 20) && !ends_law_name(text.key(at)); ++at) {
      const auto [first, last] = date_behind(text, at);
      if (first == last) continue;
      std::fill(cited.begin() + static_cast<std::ptrdiff_t>(first), cited.begin() + static_cast<std::ptrdiff_t>(last),
                true);
      break;
    }
  }
  return cited;
}

}  // namespace haidang::documents
