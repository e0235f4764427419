// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include "documents/source.hpp"
#include "recognition.hpp"

namespace haidang::documents {

/// Makes the picture of the page with this index (from 0), in a folder of its own.
using PictureSource = std::function<Result<Picture>(std::size_t index, const std::filesystem::path& folder)>;

/// Recognises pages side by side on the processors there are; results in the order of `indexes`.
Result<std::vector<RecognisedPage>> recognise_pages(const std::vector<std::size_t>& indexes, const PictureSource&,
                                                    const ReadLimits&);

/// What recognition leaves to be told and set right once the pages are laid out: confidence, remarks, places.
void finish_recognised(SourceDocument&, const std::vector<std::optional<double>>& slope_of_page);

/// Reads a PNG, JPEG or TIFF file. Rejects DocumentCorrupt, DocumentTooBig, TooManyPages, NoTextFound, ReaderMissing.
Result<SourceDocument> read_picture_file(std::string_view bytes, const ReadLimits&);

/// Reads pages of a PDF as pictures.
PictureSource pages_of_pdf(std::string file, const ReadLimits&);

}  // namespace haidang::documents
