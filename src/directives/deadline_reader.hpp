// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "deadline_phrases.hpp"
#include "documents/tokens.hpp"

namespace haidang::directives {

/// What every reader of deadline phrases looks at: the tokens, and where a clause begins and ends.
class DeadlineReader {
 protected:
  DeadlineReader(const documents::TokenText& text, const DeadlineContext& context) : text_(text), context_(context) {}

  std::string_view key(std::size_t i) const { return text_.key(i); }
  bool ends_clause(std::size_t i) const {
    return i >= text_.size() || key(i) == "." || key(i) == ";" || key(i) == "," || key(i) == ":" || key(i) == ")" ||
           key(i) == "(";
  }
  bool begins_clause(std::size_t i) const {
    return i == 0 || key(i - 1) == "." || key(i - 1) == ";" || key(i - 1) == "," || key(i - 1) == ":" ||
           key(i - 1) == "(";
  }

  const documents::TokenText& text_;
  const DeadlineContext& context_;
};

}  // namespace haidang::directives
