// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "directives/plan.hpp"
#include "documents/tokens.hpp"

namespace haidang::directives {

/// What the phrases are read against.
struct DeadlineContext {
  std::optional<int> year;             ///< of the document: a date without a year is in it
  std::optional<LocalDate> issued_on;  ///< or the earliest possible day of issue
  bool time_column = false;            ///< the text is a table's time cell or "Thời gian: …": every date counts
  bool heading = false;                ///< a section heading or group row: "NHIỆM VỤ THÁNG 6/2024"
};

/// A deadline found in a text, and the tokens [first, last) that say it.
struct DeadlineMention {
  Deadline deadline;
  std::size_t first = 0, last = 0;
  bool impossible = false;    ///< "31/9": no date, but a finding
  bool partial = false;       ///< "riêng …": for a part of the task only
  bool accumulating = false;  ///< several stages of one figure: "năm 2025 đạt 40%, năm 2026 đạt 100%"
};

/// All deadlines of a text in reading order. `masked` tokens (dates of cited documents) are passed over.
/// Phrases and how they count: docs/reading-directives.md; §7.6 of the format's facts (Decree 30/2020 sets none).
std::vector<DeadlineMention> find_deadlines(const documents::TokenText&, const DeadlineContext&,
                                            const std::vector<bool>& masked);

}  // namespace haidang::directives
