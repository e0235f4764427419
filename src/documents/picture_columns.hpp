// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "picture.hpp"

namespace haidang::documents {

/// Where columns stand side by side with lines at different heights (a signature beside the recipients, the cells of a
/// table), Tesseract joins what does not belong together. Every second column of such places is moved to a picture of
/// its own, of the same size and place. Nothing when there is no such place.
std::optional<Picture> take_second_columns(Picture&);

}  // namespace haidang::documents
