// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "calendar/deadline.hpp"
#include "calendar/library.hpp"

namespace haidang::calendar {

/// The cases of a file (schema: api/schemas/deadline_cases.schema.json): each is read on its own, so that one that
/// cannot be read does not hide the others.
struct CaseFile {
  struct Entry {
    std::string name;
    Result<DeadlineCase> value;
  };
  bool is_list = false;
  std::vector<Entry> entries;
};

/// Rejects JsonMalformed.
Result<CaseFile> parse_cases(std::string_view json, const Library&);

/// What `compute` says of every case (schema: api/schemas/deadline_results.schema.json): an object for one case, a list
/// for a list; a rejected case carries its rejection.
struct ResultFile {
  std::string json;
  int rejected = 0;
};
ResultFile compute_all(const CaseFile&);

}  // namespace haidang::calendar
