// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

#include "documents/structure.hpp"

namespace haidang::documents {

/// Builds the clause tree from the flow of the body or of an annex. Paragraphs before the first clause go to `before`.
class ClauseTreeBuilder {
 public:
  ClauseTreeBuilder(MarkReading marks, const std::function<bool(std::string_view)>& is_heading)
      : marks_(marks), is_heading_(is_heading) {}

  void add(Paragraph);
  void add(const Table*);
  /// The finished tree; labels begin with `prefix` ("PL1").
  Clause finish(std::string_view prefix);
  std::vector<Paragraph> before;

 private:
  struct Open {
    Clause clause;
    int rank;
  };
  int rank_of(const ClauseMark&) const;
  int bullet_rank(MarkKind) const;
  void push(Clause, int rank);
  void mend_scanned(ClauseMark&) const;
  void close_down_to(int rank);

  MarkReading marks_;
  const std::function<bool(std::string_view)>& is_heading_;
  Clause root_;
  std::vector<Open> open_;
};

}  // namespace haidang::documents
