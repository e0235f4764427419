// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "documents/source.hpp"
#include "task_reading.hpp"

namespace haidang::directives {

/// The tasks of a table of duties: one per row, with group rows that may set a deadline or an agency for the rows
/// below. Columns are known by their headings (packs/lexicon/duty_words.tsv). Labels begin with `label` ("PL1", "II").
/// Empty when the table is none of duties.
std::vector<TaskReading> read_table_tasks(const documents::Table&, const std::string& label, const Inherited&,
                                          const DeadlineContext&);

}  // namespace haidang::directives
