// SPDX-License-Identifier: Apache-2.0
#include "source_text.hpp"

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

class TextLayout {
 public:
  explicit TextLayout(std::string& text) : text_(text) { text_.clear(); }

  void add(Line& line) {
    line.place.begin = position_;
    position_ += count_code_points(line.text);
    line.place.end = position_;
    text_ += line.text;
    text_ += '\n';
    ++position_;
  }

  void add(Table& table) {
    table.place.begin = position_;
    for (auto& row : table.rows)
      for (auto& cell : row)
        for (auto& line : cell.lines) add(line);
    table.place.end = position_;
  }

 private:
  std::string& text_;
  std::size_t position_ = 0;
};

}  // namespace

void lay_out_text(SourceDocument& source) {
  TextLayout layout(source.text);
  for (auto& block : source.blocks) std::visit([&layout](auto& piece) { layout.add(piece); }, block);
}

}  // namespace haidang::documents
