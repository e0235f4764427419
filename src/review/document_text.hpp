// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "api_types.hpp"
#include "documents/source.hpp"

namespace haidang::review {

/// The lines of a document page by page, in reading order, with the cells of its tables in place. A format without
/// pages is one page. `document` is left for the caller.
api::DocumentText document_text(const documents::SourceDocument&);

/// Finds places in a read document: its lines are put in order once.
class PlaceFinder {
 public:
  explicit PlaceFinder(const documents::SourceDocument&);
  /// The span with the box of every line that it touches; nothing when it is empty or lies outside.
  std::optional<TextPlace> find(std::int64_t from, std::int64_t to) const;

 private:
  struct Stretch {
    std::int64_t from, to;
    std::optional<PageBox> box;
    int page;
  };
  std::vector<Stretch> lines_;
  std::int64_t end_ = 0;
};

}  // namespace haidang::review
