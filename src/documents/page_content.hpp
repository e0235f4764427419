// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "documents/source.hpp"

namespace haidang::documents {

struct Word {
  std::string text;
  Box box;
  bool bold = false, italic = false;
  double confidence = 1;  ///< OCR: 0 to 1
};

/// A drawn line: horizontal from x to x at a y, or vertical from y to y at an x.
struct Ruling {
  double from = 0, to = 0, at = 0;
};

/// What stands on one page, in points from its top left corner, as a PDF or the recognition of a scan gives it.
struct PageContent {
  Page page;
  std::vector<Word> words;
  std::vector<Ruling> horizontals, verticals;
};

inline double height_of(const Box& box) {
  return box.bottom - box.top;
}
inline double width_of(const Box& box) {
  return box.right - box.left;
}
inline double middle_of(const Box& box) {
  return (box.top + box.bottom) / 2;
}
inline double centre_of(const Box& box) {
  return (box.left + box.right) / 2;
}
/// The smallest box around both.
Box around(const Box&, const Box&);

}  // namespace haidang::documents
