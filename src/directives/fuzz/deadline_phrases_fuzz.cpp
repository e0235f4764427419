// SPDX-License-Identifier: Apache-2.0
// Any sentence is read: dates that are found exist, mentions lie inside the sentence.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "deadline_phrases.hpp"
#include "documents/citations.hpp"
#include "target_phrases.hpp"

namespace {

using namespace haidang;
using namespace haidang::directives;

void read(const documents::TokenText& text, const DeadlineContext& context) {
  const auto cited = documents::cited_tokens(text, documents::find_citations(text));
  for (const DeadlineMention& mention : find_deadlines(text, context, cited)) {
    ensure(mention.first < mention.last && mention.last <= text.size(), "a mention lies inside its sentence");
    ensure(!mention.deadline.date || mention.deadline.date->ok(), "a deadline's day exists");
  }
  find_targets(text, cited);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLongest = 4'000;
  if (size > kLongest) return 0;
  const documents::TokenText text(to_nfc({reinterpret_cast<const char*>(data), size}));
  const LocalDate issued{std::chrono::year{2022}, std::chrono::May, std::chrono::day{12}};
  read(text, {.year = 2022, .issued_on = issued});
  read(text, {.year = 2022, .issued_on = issued, .time_column = true});
  read(text, {.heading = true});
  return 0;
}
