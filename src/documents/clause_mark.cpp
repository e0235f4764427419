// SPDX-License-Identifier: Apache-2.0
#include "documents/clause_mark.hpp"

#include <array>

#include "base/vietnamese.hpp"
#include "documents/tokens.hpp"

namespace haidang::documents {
namespace {

constexpr std::u32string_view kLetters = U"abcdđeghiklmnopqrstuvxy";
constexpr std::array<std::string_view, 13> kOrdinals{"",    "nhất", "hai",  "ba",   "tư",       "năm",     "sáu",
                                                     "bảy", "tám",  "chín", "mười", "mười một", "mười hai"};

/// The first tokens of a paragraph: marks never need more.
constexpr std::size_t kBytesToLookAt = 64;

std::string_view start_of(std::string_view text) {
  if (text.size() <= kBytesToLookAt) return text;
  std::size_t end = kBytesToLookAt;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return text.substr(0, end);
}

class MarkReader {
 public:
  MarkReader(std::string_view whole, MarkReading reading)
      : whole_(whole), text_(start_of(whole)), scanned_(reading == MarkReading::Scanned) {}

  std::optional<ClauseMark> read() const {
    if (text_.size() == 0) return std::nullopt;
    if (auto mark = named()) return mark;
    if (auto mark = bracketed()) return mark;
    if (auto mark = bullet()) return mark;
    if (text_.is_number(0)) return number();
    return letter_or_roman();
  }

 private:
  /// "Điều 3.", "Phần II", "Phần thứ nhất", "Chương I", "Mục 2.".
  std::optional<ClauseMark> named() const {
    struct Name {
      std::string_view key;
      MarkKind kind;
    };
    static constexpr std::array<Name, 5> kNames{{{"điều", MarkKind::Article},
                                                 {"phần", MarkKind::Part},
                                                 {"chương", MarkKind::Chapter},
                                                 {"mục", MarkKind::Section},
                                                 {"khoản", MarkKind::Number}}};
    for (const Name& name : kNames)
      if (text_.key(0) == name.key && text_[0].capital) return named_number(name.kind);
    return std::nullopt;
  }

  std::optional<ClauseMark> named_number(MarkKind kind) const {
    std::size_t at = 1;
    ClauseMark mark{.kind = kind};
    if (text_.key(at) == "thứ") {
      for (std::size_t n = 1; n < kOrdinals.size(); ++n)
        if (text_.key(at + 1) == kOrdinals[n]) mark.ordinal = static_cast<int>(n);
      at += 1;
    } else if (text_.is_number(at)) {
      mark.ordinal = text_.number(at);
    } else if (text_.is_word(at)) {
      mark.ordinal = roman_value(text_.words(at, at + 1));
      if (mark.ordinal == 0 && kind == MarkKind::Part && text_[at].end - text_[at].begin == 1)
        mark.ordinal = text_.key(at)[0] - 'a' + 1;
    }
    if (mark.ordinal <= 0 || mark.ordinal > 999) return std::nullopt;
    mark.label = text_.key(at - 0) == "thứ" || text_.key(at - 1) == "thứ" ? std::to_string(mark.ordinal)
                                                                          : std::string(text_.words(at, at + 1));
    ++at;
    const bool closed = text_.key(at) == "." || text_.key(at) == ":";
    if (closed) ++at;
    // "Điều 8 Thông tư …" at the start of a wrapped line is a citation, not an article.
    if (!closed && kind != MarkKind::Part && kind != MarkKind::Chapter && at < text_.size()) return std::nullopt;
    return finish(mark, at);
  }

  /// "(1)", "(a)".
  std::optional<ClauseMark> bracketed() const {
    if (text_.key(0) != "(" || text_.key(2) != ")") return std::nullopt;
    ClauseMark mark{.kind = MarkKind::Bracketed};
    if (text_.is_number(1) && text_.number(1) >= 1 && text_.number(1) < 100) mark.ordinal = text_.number(1);
    if (text_.is_word(1)) mark.ordinal = single_letter(1);
    if (mark.ordinal <= 0) return std::nullopt;
    mark.label = text_.words(1, 2);
    return finish(mark, 3);
  }

  std::optional<ClauseMark> bullet() const {
    static constexpr std::array<std::pair<std::string_view, MarkKind>, 6> kBullets{{{"-", MarkKind::Dash},
                                                                                    {"+", MarkKind::Plus},
                                                                                    {"•", MarkKind::Bullet},
                                                                                    {"*", MarkKind::Star},
                                                                                    {"✓", MarkKind::Bullet},
                                                                                    {"➢", MarkKind::Bullet}}};
    for (const auto& [key, kind] : kBullets)
      if (text_.key(0) == key && text_.size() > 1 && !(text_.is_number(1) && text_.glued(1)) && text_.key(1) != "-")
        return finish({.kind = kind}, 1);
    return std::nullopt;
  }

  /// "1.", "1)", "1/", "1.2", "1.2.3."
  std::optional<ClauseMark> number() const {
    ClauseMark mark{.kind = MarkKind::Number, .label = std::string(text_.words(0, 1)), .ordinal = text_.number(0)};
    if (mark.ordinal < 1 || mark.ordinal > 99) return std::nullopt;
    std::size_t at = 1;
    int levels = 1;
    while (text_.key(at) == "." && text_.glued(at) && text_.is_number(at + 1) && text_.glued(at + 1) &&
           text_[at + 1].key.size() <= 2) {
      mark.ordinal = text_.number(at + 1);
      mark.label += "." + std::string(text_.words(at + 1, at + 2));
      ++levels;
      at += 2;
    }
    if (levels > 3) return std::nullopt;
    if (levels > 1) mark.kind = levels == 2 ? MarkKind::Number2 : MarkKind::Number3;
    const std::string_view close = text_.key(at);
    if (close == "-" && levels == 1 && text_.glued(at) && spaced(at + 1) && capital(at + 1))
      return finish(mark, at + 1);
    if (close == "." || close == ")" || (close == "/" && spaced(at + 1)) ||
        (scanned_ && close == "," && capital(at + 1) && spaced(at + 1))) {
      if (close == ")" && levels == 1) mark.kind = MarkKind::Bracketed;
      return spaced(at + 1) || capital(at + 1) || at + 1 >= text_.size() ? finish(mark, at + 1) : std::nullopt;
    }
    return levels > 1 && spaced(at) && capital(at) ? finish(mark, at) : std::nullopt;
  }

  std::optional<ClauseMark> letter_or_roman() const {
    const std::string_view raw = text_.words(0, 1);
    const std::string_view close = text_.key(1);
    if (close != ")" && close != "." && close != "/" &&
        !(close == "-" && (!text_.glued(1) || (spaced(2) && capital(2)))))
      return std::nullopt;
    if (close == "." && !spaced(2) && !capital(2) && text_.size() > 2) return std::nullopt;
    if (close == "/" && !spaced(2)) return std::nullopt;
    if (text_[0].capital) {
      const int roman = roman_value(raw);
      const bool single = count_code_points(raw) == 1;
      if (roman > 0 && (!single || raw == "I" || raw == "V" || raw == "X"))
        return finish({.kind = MarkKind::Roman, .label = std::string(raw), .ordinal = roman}, 2);
      if (!single || close == "-") return std::nullopt;
      return finish({.kind = MarkKind::Upper, .label = std::string(raw), .ordinal = single_letter(0)}, 2);
    }
    const int ordinal = close == "-" ? 0 : single_letter(0);
    if (ordinal == 0) return std::nullopt;
    return finish({.kind = MarkKind::Letter, .label = text_[0].key, .ordinal = ordinal}, 2);
  }

  int single_letter(std::size_t i) const {
    const auto letters = decode_utf8(text_[i].key);
    return letters.size() == 1 ? letter_ordinal(letters[0]) : 0;
  }
  bool spaced(std::size_t i) const { return i < text_.size() && text_[i].space_before; }
  bool capital(std::size_t i) const { return i < text_.size() && text_[i].capital; }

  std::optional<ClauseMark> finish(ClauseMark mark, std::size_t next) const {
    mark.length = next < text_.size() ? text_[next].begin : whole_.size();
    return mark;
  }

  std::string_view whole_;
  TokenText text_;
  bool scanned_;
};

}  // namespace

std::optional<ClauseMark> read_mark(std::string_view text, MarkReading reading) {
  return MarkReader(text, reading).read();
}

int roman_value(std::string_view numeral) {
  int total = 0, previous = 0;
  if (numeral.empty() || numeral.size() > 7) return 0;
  for (std::size_t i = numeral.size(); i-- > 0;) {
    const char c = numeral[i];
    const int value = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : c == 'L' ? 50 : c == 'C' ? 100 : 0;
    if (value == 0) return 0;
    total += value < previous ? -value : value;
    previous = std::max(previous, value);
  }
  return total;
}

int letter_ordinal(char32_t letter) {
  const auto at = kLetters.find(letter);
  return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

}  // namespace haidang::documents
