// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "documents/source.hpp"

namespace haidang::documents {

/// Makes `text` from the blocks and sets begin and end of every place: the last step of every reader.
void lay_out_text(SourceDocument&);

/// Calls `visit(Line&)` for all lines in reading order, those in table cells too.
template <class Source, class Visit>
void for_each_line(Source& source, Visit visit) {
  for (auto& block : source.blocks) {
    if (auto* line = std::get_if<Line>(&block)) {
      visit(*line);
      continue;
    }
    for (auto& row : std::get<Table>(block).rows)
      for (auto& cell : row)
        for (auto& line : cell.lines) visit(line);
  }
}

}  // namespace haidang::documents
