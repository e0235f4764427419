// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "page_content.hpp"

namespace haidang::documents {

/// The pages with their words from what `pdftotext -bbox` writes. Empty when that is not readable.
std::optional<std::vector<PageContent>> words_of_bbox(std::string_view xhtml);

/// Marks the words that `pdftohtml -xml -zoom 1` shows in bold or italic letters.
void mark_letters(std::vector<PageContent>&, std::string_view xml);

/// Adds the drawn lines from what `pdftocairo -svg` writes; its first page is pages[first].
void add_rulings(std::vector<PageContent>& pages, std::size_t first, std::string_view svg);

}  // namespace haidang::documents
