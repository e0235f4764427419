// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "documents/source.hpp"
#include "picture.hpp"

namespace haidang::documents {

/// The pages of a PNG, JPEG or TIFF file in grey, at about 300 dots per inch.
/// Rejects DocumentCorrupt, DocumentTooBig (more than kMostPixels), TooManyPages.
Result<std::vector<Picture>> read_pictures(std::string_view bytes, const ReadLimits&);

}  // namespace haidang::documents
