// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "page_content.hpp"

namespace haidang::documents {

/// The words of Tesseract's table output in points; every word gets the height of its line, and what is no more than
/// dirt on the paper is left out.
std::vector<Word> words_of_tsv(std::string_view tsv, double dots_per_inch);

}  // namespace haidang::documents
