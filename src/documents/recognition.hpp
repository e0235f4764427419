// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "page_content.hpp"
#include "picture.hpp"

namespace haidang::documents {

struct RecognisedPage {
  PageContent content;    ///< in points of the turned and levelled page
  double slope = 0;       ///< by which the page was levelled; see `levelled`
  double confidence = 0;  ///< mean over the words, 0 to 1
};

/// Reads the text of a page's picture with Tesseract: cleans and levels it first, turns it where the letters stand
/// sideways or upside down, tries harder where little is found. Pages without ink come back empty.
/// Rejects ReaderMissing, ReadingTooSlow, DocumentTooBig.
Result<RecognisedPage> recognise(Picture, const std::filesystem::path& folder, const ReadLimits&);

}  // namespace haidang::documents
