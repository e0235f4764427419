// SPDX-License-Identifier: Apache-2.0
// Any text has a structure: no crash, every clause a label or a heading, every place inside the text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "documents/citations.hpp"
#include "documents/structure.hpp"
#include "documents/tokens.hpp"

namespace {

using namespace haidang;
using namespace haidang::documents;

constexpr std::size_t kLongest = 20'000;

void check(const Clause& clause, std::size_t length) {
  for (const Paragraph& paragraph : clause.paragraphs) {
    const Place place = paragraph.place();
    ensure(place.begin <= place.end && place.end <= length, "a paragraph lies inside the text");
    find_citations(TokenText(paragraph.text));
  }
  for (const Clause& child : clause.children) {
    ensure(!child.mark || !child.label.empty(), "a marked clause has a label");
    check(child, length);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kLongest) return 0;
  const auto source = read_text({reinterpret_cast<const char*>(data), size});
  if (!source) return 0;
  const auto is_heading = [](std::string_view text) { return text.size() % 7 == 3; };
  const Structure structure = understand(*source, is_heading);
  check(structure.root, count_code_points(source->text));
  for (const Annex& annex : structure.annexes) check(annex.root, count_code_points(source->text));
  return 0;
}
