// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <initializer_list>

#include "documents/tokens.hpp"

namespace haidang::directives {

/// Phrases that all mean the same: a match tells that one of them stands there.
inline documents::PhraseBook book_of(std::initializer_list<const char*> phrases) {
  documents::PhraseBook book;
  for (const char* phrase : phrases) book.add(phrase, 0);
  return book;
}

}  // namespace haidang::directives
