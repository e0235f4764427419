// SPDX-License-Identifier: Apache-2.0
#include "base/vietnamese.hpp"
#include "organisations/history.hpp"

namespace haidang::organisations {

namespace {

/// Marks between words part nothing: "Lao động - Thương binh và Xã hội", "Lao động, Thương binh & Xã hội".
std::string words_only(std::string_view text) {
  std::u32string kept;
  for (const char32_t c : decode_utf8(text)) kept += is_letter(c) || is_digit(c) ? c : U' ';
  return collapse_spaces(encode_utf8(kept));
}

std::string without_word(std::string text, std::string_view word) {
  std::string padded = ' ' + std::move(text) + ' ';
  const std::string found = ' ' + std::string(word) + ' ';
  for (auto at = padded.find(found); at != std::string::npos; at = padded.find(found, at))
    padded.replace(at, found.size(), " ");
  return collapse_spaces(padded);
}

}  // namespace

NameKeys keys_of(std::string_view name) {
  const std::string plain = to_lower(with_tone_placement(to_nfc(name), TonePlacement::FirstVowel));
  NameKeys keys;
  keys.spelling = without_word(words_only(plain), "và");
  keys.letters = fold(keys.spelling);
  return keys;
}

}  // namespace haidang::organisations
