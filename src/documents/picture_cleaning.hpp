// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "picture.hpp"

namespace haidang::documents {

/// Evens out the light of photographs, so that one threshold parts ink from paper everywhere.
void even_out_light(Picture&);

/// Makes the paper white and takes off specks smaller than any dot of the script. Letters keep their soft edges.
void remove_specks(Picture&);

/// A 3 × 3 median, for pictures so noisy that letters themselves are speckled.
Picture smoothed(const Picture&);

/// How far the lines of text fall per dot to the right; within ±0.07 (4 degrees), 0 when nothing is clear.
double slope_of_lines(const Picture&);

/// The share of the picture that is ink.
double share_of_ink(const Picture&);

}  // namespace haidang::documents
