// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rejection_code.hpp"  // generated from api/rejections.tsv

namespace haidang {

enum class Language { Vietnamese, English };

/// What a person can mend: a stable code, the values its sentence needs, and a text for the log.
/// The sentence itself is made at the edge, in the reader's language, by `message` and `advice`.
struct Rejection {
  Code code;
  std::vector<std::pair<std::string, std::string>> parameters;
  std::string for_log;  ///< for operators: ids and technical reasons, never personal data
};

/// One row of the catalogue `api/rejections.tsv`.
struct RejectionEntry {
  Code code;
  std::string_view name;
  int http_status;
  std::string_view vietnamese, english;                ///< what happened; {name} stands for a parameter
  std::string_view vietnamese_advice, english_advice;  ///< what to do about it
};

/// The row of a code; every code has one.
const RejectionEntry& catalogue_entry(Code);

/// What happened, in the reader's language, parameters filled in.
std::string message(const Rejection&, Language);
/// What to do about it, in the reader's language, parameters filled in.
std::string advice(const Rejection&, Language);

}  // namespace haidang
