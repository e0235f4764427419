// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "page_content.hpp"

namespace haidang::documents {

struct RecognisedWords {
  std::vector<Word> words;
  bool sideways = false;  ///< most words stand higher than wide: Tesseract read a page that lies on its side
};

/// The words of Tesseract's table output in points; every word gets the height of its line, and what is no more than
/// dirt on the paper is left out.
RecognisedWords words_of_tsv(std::string_view tsv, double dots_per_inch);

/// Sets right what Tesseract's Vietnamese model is known to misread and what can be nothing else.
void mend_words(std::vector<Word>& line);

}  // namespace haidang::documents
