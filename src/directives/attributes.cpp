// SPDX-License-Identifier: Apache-2.0
#include "attributes.hpp"

#include <optional>
#include <vector>

#include "base/vietnamese.hpp"
#include "documents/tokens.hpp"
#include "duty_words.hpp"

namespace haidang::directives {
namespace {

using documents::TokenText;

struct Name {
  std::string Attributes::*field;
  std::size_t first, behind;  ///< tokens: the name, and what stands behind its colon
};

std::optional<Name> name_at(const TokenText& text, std::size_t i) {
  const bool boundary = i == 0 || text[i - 1].kind == documents::Token::Kind::Mark || text[i].capital;
  if (!boundary) return std::nullopt;
  const DutyWords& words = DutyWords::lexicon();
  struct Class {
    const documents::PhraseBook* book;
    std::string Attributes::*field;
  };
  std::optional<Name> best;
  std::size_t length = 0;
  for (const Class& c : {Class{&words.lead, &Attributes::lead},
                         {&words.coordinate, &Attributes::coordinate},
                         {&words.time, &Attributes::time},
                         {&words.product, &Attributes::product}}) {
    const auto match = c.book->at(text, i);
    if (!match || match.length <= length || text.key(i + match.length) != ":") continue;
    length = match.length;
    best = Name{c.field, i, i + match.length + 1};
  }
  return best;
}

std::string trimmed_value(std::string_view value) {
  std::string clean = collapse_spaces(value);
  while (!clean.empty() && std::string_view(".;,:-+(").find(clean.back()) != std::string_view::npos) clean.pop_back();
  if (!clean.empty() && clean.back() == ')' && clean.find('(') == std::string::npos) clean.pop_back();
  return collapse_spaces(clean);
}

}  // namespace

Attributes read_attributes(std::string_view text) {
  Attributes found;
  const TokenText tokens(text);
  std::vector<Name> names;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const auto name = name_at(tokens, i)) {
      names.push_back(*name);
      i = name->behind - 1;
    }
  for (std::size_t n = 0; n < names.size(); ++n) {
    const std::size_t last = n + 1 < names.size() ? names[n + 1].first : tokens.size();
    found.*names[n].field = trimmed_value(tokens.words(names[n].behind, last));
  }
  if (names.empty()) return found;
  bool marks_only = true;
  for (std::size_t i = 0; i < names.front().first; ++i)
    marks_only = marks_only && tokens[i].kind == documents::Token::Kind::Mark;
  found.begin = marks_only ? 0 : tokens[names.front().first].begin;
  return found;
}

}  // namespace haidang::directives
