// SPDX-License-Identifier: Apache-2.0
#include "target_phrases.hpp"

#include <doctest/doctest.h>

#include <array>

#include "deadline_phrases.hpp"
#include "documents/citations.hpp"
#include "phrase_table.hpp"

namespace haidang::directives {
namespace {

using documents::TokenText;

/// The targets of a sentence as the table writes them: ">= 95 %; giảm 20 %".
std::string read_as_table(const std::string& sentence) {
  static constexpr std::array kComparisons{"=", ">=", "<=", "giảm"};
  const TokenText text(sentence);
  auto masked = documents::cited_tokens(text, documents::find_citations(text));
  for (const auto& mention : find_deadlines(text, {.year = 2022}, masked))
    for (std::size_t i = mention.first; i < mention.last; ++i) masked[i] = true;
  std::string shown;
  for (const Target& target : find_targets(text, masked))
    shown += (shown.empty() ? "" : "; ") + std::string(kComparisons.at(static_cast<std::size_t>(target.comparison))) +
             " " + target.value.vietnamese_text() + " " + target.unit;
  return shown.empty() ? "không" : shown;
}

}  // namespace

TEST_CASE("every phrase of the table of targets is read as the table says") {
  const auto rows = read_phrase_table("src/directives/tests/target_phrases.tsv", 2, 2);
  CHECK(rows.size() >= 50);
  for (const auto& row : rows) {
    CAPTURE(row[0]);
    CHECK(read_as_table(row[0]) == row[1]);
  }
}

TEST_CASE("a target keeps the words that say it") {
  const TokenText text("Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 97,5%.");
  const auto found = find_targets(text, {});
  REQUIRE(found.size() == 1);
  CHECK(found[0].phrase == "tối thiểu 97,5%");
}

TEST_CASE("masked figures are no targets") {
  const TokenText text("đạt 95%");
  CHECK(find_targets(text, std::vector<bool>(text.size(), true)).empty());
}

}  // namespace haidang::directives
