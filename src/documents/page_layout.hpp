// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "page_content.hpp"

namespace haidang::documents {

/// The text of pages in reading order: lines from words, tables from drawn lines, page numbers and running lines left
/// out, two columns one after the other.
std::vector<Block> lay_out_pages(std::vector<PageContent>);

}  // namespace haidang::documents
