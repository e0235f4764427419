// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/json.hpp"

namespace haidang::calendar::testing {

/// One row of deadline_cases.tsv.
struct TableCase {
  int line = 0;
  std::string name, calendar, rule, start, pauses, supplements, extensions, expected, why;
};

std::vector<TableCase> read_table(const std::string& path);

/// The row as a case file: what a reader of the table would write as JSON. Throws std::runtime_error with the cell that
/// it cannot read.
json::Object as_json(const TableCase&);

/// "16:40 7/4/2026" → "2026-04-07T16:40".
std::string iso_moment(const std::string& written);

std::vector<std::string> split(const std::string& text, const std::string& separator);

}  // namespace haidang::calendar::testing
