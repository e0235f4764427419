// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/json.hpp"
#include "calendar/deadline_rule.hpp"
#include "field_readers.hpp"

namespace haidang::calendar {

extern const Names<BudgetKind> kBudgetKinds;
extern const Names<PauseReason> kPauseReasons;

/// {"kind": "working_days", "amount": 5} and its kin.
Budget read_budget(json::Fields&);

/// A rule at `path`; fields that are absent keep what `base` says.
Result<DeadlineRule> read_rule(const json::Value&, const std::string& path, const DeadlineRule& base);

/// Contradictions between the fields of a rule that has its budget.
std::optional<Rejection> find_contradiction(const DeadlineRule&);

}  // namespace haidang::calendar
