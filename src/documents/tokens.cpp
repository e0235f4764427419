// SPDX-License-Identifier: Apache-2.0
#include "documents/tokens.hpp"

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

struct CodePoint {
  char32_t value;
  std::size_t begin, end;
};

std::vector<CodePoint> code_points(std::string_view text) {
  std::vector<CodePoint> points;
  points.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = std::min<std::size_t>(lead < 0x80   ? 1
                                                     : lead < 0xE0 ? 2
                                                     : lead < 0xF0 ? 3
                                                                   : 4,
                                                     text.size() - i);
    char32_t value = lead;
    if (length > 1) {
      value = lead & (0xFF >> (length + 1));
      for (std::size_t k = 1; k < length; ++k) value = (value << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    }
    points.push_back({value, i, i + length});
    i += length;
  }
  return points;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000;
}

std::string key_of(std::string_view word, bool ascii) {
  if (!ascii) return with_tone_placement(to_lower(word), TonePlacement::FirstVowel);
  std::string key(word);
  for (char& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return key;
}

Token word_token(std::string_view text, const std::vector<CodePoint>& points, std::size_t first, std::size_t last) {
  Token token{.kind = Token::Kind::Word};
  bool ascii = true, all_upper = true;
  for (std::size_t i = first; i < last; ++i) {
    ascii = ascii && points[i].value < 0x80;
    all_upper = all_upper && is_upper(points[i].value);
  }
  token.begin = points[first].begin;
  token.end = points[last - 1].end;
  token.capital = is_upper(points[first].value);
  token.all_capitals = all_upper && last - first > 1;
  token.key = key_of(text.substr(token.begin, token.end - token.begin), ascii);
  return token;
}

/// Marks that mean the same are one mark for the grammars.
std::string mark_key(char32_t c, std::string_view raw) {
  switch (c) {
    case U'–':
    case U'—':
    case U'‑':
    case U'‐':
    case U'−':
      return "-";
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
      return "\"";
    case U'’':
    case U'‘':
      return "'";
    case U'·':
    case U'●':
    case U'▪':
    case U'■':
    case U'○':
    case U'◦':
    case 0xF0B7:
    case 0xF0A7:
    case 0xF0D8:
    case 0xF0FC:
      return "•";
    case U'⁄':
    case U'∕':
      return "/";
    default:
      return std::string(raw);
  }
}

}  // namespace

TokenText::TokenText(std::string_view text) : text_(text) {
  const auto points = code_points(text_);
  bool space = false;
  for (std::size_t i = 0; i < points.size();) {
    const char32_t c = points[i].value;
    if (is_space(c)) {
      space = true;
      ++i;
      continue;
    }
    std::size_t j = i + 1;
    Token token{.kind = Token::Kind::Mark};
    if (is_digit(c)) {
      while (j < points.size() && is_digit(points[j].value)) ++j;
      token.kind = Token::Kind::Number;
      token.key = text_.substr(points[i].begin, points[j - 1].end - points[i].begin);
    } else if (is_letter(c)) {
      while (j < points.size() && is_letter(points[j].value)) ++j;
      token = word_token(text_, points, i, j);
    } else {
      token.key = mark_key(c, std::string_view(text_).substr(points[i].begin, points[i].end - points[i].begin));
    }
    token.begin = points[i].begin;
    token.end = points[j - 1].end;
    token.space_before = space;
    space = false;
    tokens_.push_back(std::move(token));
    i = j;
  }
}

int TokenText::number(std::size_t i) const {
  if (!is_number(i) || tokens_[i].key.size() > 9) return -1;
  return std::stoi(tokens_[i].key);
}

std::string_view TokenText::words(std::size_t first, std::size_t last) const {
  if (first >= last || first >= tokens_.size()) return {};
  const std::size_t begin = tokens_[first].begin;
  return std::string_view(text_).substr(begin, tokens_[std::min(last, tokens_.size()) - 1].end - begin);
}

void PhraseBook::add(std::string_view phrase, int value) {
  const TokenText words(phrase);
  std::size_t node = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = nodes_[node].next.find(words[i].key);
    if (found != nodes_[node].next.end()) {
      node = found->second;
      continue;
    }
    nodes_.push_back({});
    nodes_[node].next.emplace(words[i].key, nodes_.size() - 1);
    node = nodes_.size() - 1;
  }
  nodes_[node].value = value;
}

PhraseBook::Match PhraseBook::at(const TokenText& text, std::size_t i) const {
  Match best;
  std::size_t node = 0;
  for (std::size_t k = i; k < text.size(); ++k) {
    const auto found = nodes_[node].next.find(text[k].key);
    if (found == nodes_[node].next.end()) break;
    node = found->second;
    if (nodes_[node].value >= 0) best = {k + 1 - i, nodes_[node].value};
  }
  return best;
}

}  // namespace haidang::documents
