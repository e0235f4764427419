// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace haidang::documents {

/// A word, a run of digits, or a single mark of a text. `key` is what grammars compare: lower case, with the tone mark
/// on the first vowel, so that "Uỷ", "ủy" and "UỶ" are one word.
struct Token {
  enum class Kind { Word, Number, Mark };
  Kind kind;
  std::string key;
  std::size_t begin = 0, end = 0;  ///< bytes in the text
  bool space_before = false;
  bool capital = false;       ///< the first letter is a capital
  bool all_capitals = false;  ///< every letter is a capital, and there are two or more
};

class TokenText {
 public:
  explicit TokenText(std::string_view text);
  const std::string& text() const { return text_; }
  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }
  /// The key of token i, or an empty view past the end: grammars need no bounds checks.
  std::string_view key(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].key) : std::string_view();
  }
  bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == Token::Kind::Number; }
  bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == Token::Kind::Word; }
  /// No white space between token i - 1 and token i.
  bool glued(std::size_t i) const { return i > 0 && i < tokens_.size() && !tokens_[i].space_before; }
  /// The value of a number token with at most 9 digits, else -1.
  int number(std::size_t i) const;
  /// The exact words from token `first` up to, not including, token `last`.
  std::string_view words(std::size_t first, std::size_t last) const;

 private:
  std::string text_;
  std::vector<Token> tokens_;
};

/// Phrases with a value each, matched longest first.
class PhraseBook {
 public:
  struct Match {
    std::size_t length = 0;  ///< tokens; 0: no phrase starts here
    int value = -1;
    explicit operator bool() const { return length > 0; }
  };
  void add(std::string_view phrase, int value);
  Match at(const TokenText&, std::size_t i) const;
  bool has(const TokenText& text, std::size_t i) const { return static_cast<bool>(at(text, i)); }

 private:
  struct Node {
    std::unordered_map<std::string, std::size_t> next;
    int value = -1;
  };
  std::vector<Node> nodes_{1};
};

}  // namespace haidang::documents
