// SPDX-License-Identifier: Apache-2.0
#include "field_text.hpp"

#include <algorithm>
#include <charconv>

namespace haidang::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// "0.5" → 500. What cannot be read counts as 1000, because a client that lists a thing wants it.
int thousandths(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 1000;
  if (text[0] == '1') return 1000;
  int value = 0;
  for (std::size_t place = 2; place < 5; ++place) {
    const char c = place < text.size() ? text[place] : '0';
    if (c < '0' || c > '9') return 1000;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = text.find(separator);
    const auto part = trim(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return parts;
}

bool names_token(std::string_view list, std::string_view token) {
  for (const auto part : split(list, ','))
    if (equal_ignoring_case(trim(part.substr(0, part.find(';'))), token)) return true;
  return false;
}

int weight_of(std::string_view list, std::string_view token) {
  for (const auto part : split(list, ',')) {
    const auto pieces = split(part, ';');
    if (pieces.empty() || !equal_ignoring_case(pieces[0], token)) continue;
    for (const auto piece : pieces)
      if (piece.starts_with("q=") || piece.starts_with("Q=")) return thousandths(piece.substr(2));
    return 1000;
  }
  return 0;
}

std::int64_t parse_whole(std::string_view digits) {
  std::int64_t value = -1;
  const auto* end = digits.data() + digits.size();
  if (digits.empty() || digits.size() > 18 || digits[0] < '0' || digits[0] > '9') return -1;
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  return error == std::errc() && stop == end ? value : -1;
}

std::string size_text(std::uint64_t bytes) {
  if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) return std::to_string(bytes >> 20) + " MB";
  if (bytes >= 1 << 10 && bytes % (1 << 10) == 0) return std::to_string(bytes >> 10) + " kB";
  return std::to_string(bytes) + " byte";
}

}  // namespace haidang::http
